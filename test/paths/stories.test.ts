import { told } from './estate';
import { stories } from './stories';

const isProven = ({ possible }: { readonly possible: boolean }): boolean => !possible;

describe.each(stories)('$name', ({ estate, tells, twin, mirrors }) => {
  it('is told, and nothing else', () => expect(told(estate, isProven)).toEqual(tells));
  it('is told no more once it is mended', () => expect(told(twin)).toEqual([]));
  it.each(Object.entries(mirrors))('is not told where %s', (_, resources) => expect(told(resources)).toEqual([]));
});
