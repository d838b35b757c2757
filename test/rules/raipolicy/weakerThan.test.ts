import * as fc from 'fast-check';
import type { ContentFilter } from '../../../src/model/ai';
import { weakened } from '../../../src/rules/raipolicy/weakerThan';
import { safe } from '../../kit/safe';

const filter = fc.record({
  filter: fc.constantFrom('hate', 'violence', 'foo'),
  source: fc.constantFrom('prompt', 'completion', 'posttoolcall'),
  level: fc.constantFrom('Low', 'Medium', 'High'),
  effect: fc.constantFrom('off', 'annotate', 'review', 'block'),
});
const policies = fc
  .uniqueArray(filter, { selector: (one) => `${one.filter} ${one.source}`, minLength: 1, maxLength: 9 })
  .map((filters) => filters.map((one): ContentFilter => ({ ...one, name: one.filter })));
const policy = (contentFilters: readonly ContentFilter[]) => safe('guardrail', { contentFilters });
const compared = (own: readonly ContentFilter[], base: readonly ContentFilter[]) =>
  weakened(policy(own), policy(base), true);

/** One step down: Low, Medium, High, a person, annotate, off. */
function lowered(one: ContentFilter): ContentFilter {
  if (one.effect === 'block' && one.level !== 'High') return { ...one, level: one.level === 'Low' ? 'Medium' : 'High' };
  const below = { block: 'review', review: 'annotate', annotate: 'off', off: 'off' } as const;
  return { ...one, effect: below[one.effect] };
}

describe('weakened', () => {
  it('finds nothing in a policy that states the same in another order', () => {
    fc.assert(
      fc.property(policies, (base) => expect(compared([...base].reverse(), base)).toEqual({ weaker: [], open: [] })),
    );
  });

  it('finds each single filter that was lowered by one step, and no other', () => {
    fc.assert(
      fc.property(policies, fc.nat(), (base, pick) => {
        const at = pick % base.length;
        const own = base.map((one, index) => (index === at ? lowered(one) : one));
        expect(compared(own, base).weaker).toHaveLength(base[at]!.effect === 'off' ? 0 : 1);
        expect(compared(base, own)).toEqual({ weaker: [], open: [] });
      }),
    );
  });

  it('leaves a filter open that is not stated, and only where the base has it on', () => {
    fc.assert(
      fc.property(policies, (base) => {
        const on = base.filter(({ effect }) => effect !== 'off').length;
        expect(compared([], base)).toMatchObject({ weaker: [], open: { length: on } });
        expect(weakened(policy([]), policy(base), false).weaker).toHaveLength(on);
      }),
    );
  });
});
