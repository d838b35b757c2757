import { ReadFailed } from '../../src/collect/failures';
import { toGap } from '../../src/collect/gaps';

const place = { kind: 'deployment', scope: '/subscriptions/S', permission: 'a/read' } as const;

describe('what a gap says of a failed read', () => {
  it('is what Azure said', () => {
    expect(toGap(new ReadFailed('failed', '503 from Azure'), place)).toMatchObject({ detail: '503 from Azure' });
  });

  it.each([
    `refused for https://st.blob.core.windows.net/c?sv=2024-11-04&sp=r&sig=${'a'.repeat(43)}%3D`,
    `DefaultEndpointsProtocol=https;AccountName=st;AccountKey=${'a'.repeat(86)}==`,
  ])('is nothing where it holds a secret', (said) => {
    const { detail } = toGap(new ReadFailed('failed', said), place);
    expect(detail).not.toContain('aaaa');
  });
});
