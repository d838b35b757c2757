import { collectRecommendations } from '../../src/collect/recommendations';
import { NotFound, ReadRefused } from '../../src/collect/failures';
import { toRecommendation } from '../../src/collect/security/recommendation';
import type { AzureReader, Body } from '../../src/collect/collector';

const entry = (key: string, displayName: unknown, more: Body = {}): Body => ({
  id: `/providers/Microsoft.Security/assessmentMetadata/${key}`,
  name: key,
  properties: { displayName, severity: 'Medium', assessmentType: 'BuiltIn', ...more },
});

const reader = (rows: readonly Body[], error?: Error): AzureReader => ({
  now: '2026-11-24T06:00:00Z',
  read: () => Promise.reject(new Error('not asked')),
  plane: () => {
    throw new Error('not asked');
  },
  // eslint-disable-next-line @typescript-eslint/require-await
  async *list() {
    yield* rows;
    if (error) throw error;
  },
  query: () => {
    throw new Error('not asked');
  },
});

describe("Defender's catalogue of recommendations", () => {
  it('keeps what concerns AI under its name, policy and severity', () => {
    const body = entry('K1', 'Azure AI Services resources should restrict network access', {
      policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/037EEA7A-0000-0000-0000-000000000000',
      preview: true,
    });
    expect(toRecommendation(body)).toMatchObject({
      kind: 'recommendation',
      id: '/providers/microsoft.security/assessmentmetadata/k1',
      name: 'Azure AI Services resources should restrict network access',
      policyDefinitionId: '037eea7a-0000-0000-0000-000000000000',
      isPreview: true,
    });
  });

  it.each([['Virtual machines should be patched'], [null], [42]])('leaves %s out', (displayName) => {
    expect(toRecommendation(entry('k', displayName))).toBeNull();
  });

  it('is empty where Azure has none, and a gap where it is refused', async () => {
    expect(await collectRecommendations(reader([], new NotFound('ResourceNotFound', 'none')))).toEqual({
      recommendations: [],
      gaps: [],
    });
    const refused = await collectRecommendations(reader([], new ReadRefused('', 'no')));
    expect(refused.gaps).toMatchObject([
      {
        kind: 'recommendation',
        scope: '/',
        reason: 'forbidden',
        permission: 'Microsoft.Security/assessmentMetadata/read',
      },
    ]);
  });
});
