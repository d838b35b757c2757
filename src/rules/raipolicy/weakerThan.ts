import type { ContentFilter, Guardrail } from '../../model/ai';

const effects = { off: 0, annotate: 1, review: 1.5, block: 2 } as const;
const levels = { '': 5, Low: 4, Medium: 3, High: 2, Unrecognised: 2 } as const;

/** Strength of one filter: off, annotate, a person or a retry in between, block at High, Medium, Low, block without levels. */
const strength = ({ effect, level }: ContentFilter): number => (effect === 'block' ? levels[level] : effects[effect]);

const words = ({ effect, level }: ContentFilter): string =>
  effect === 'block' && level ? `${effect} at ${level}` : effect;

/** Where a policy stands to one filter of its reference; undefined where Azure does not say enough. */
function compared(own: ContentFilter | undefined, reference: ContentFilter, inherits: boolean): string | undefined {
  if (!own) return inherits ? undefined : 'is not there';
  const levelOpen =
    own.level === '' && reference.level !== '' && own.effect === 'block' && reference.effect === 'block';
  if (levelOpen) return undefined;
  return strength(own) < strength(reference) ? `is ${words(own)}, not ${words(reference)}` : '';
}

/**
 * The filters of `reference` that `policy` weakens, and those it does not state. `inherits`: an unstated filter may come from the
 * reference, so it is off in one reading and equal in the other.
 */
export function weakened(
  policy: Guardrail,
  reference: Guardrail,
  inherits: boolean,
): { readonly weaker: readonly string[]; readonly open: readonly string[] } {
  const results = reference.contentFilters
    .filter(({ effect }) => effect !== 'off')
    .map((wanted) => {
      const own = policy.contentFilters.find(
        (one) => one.filter === wanted.filter && ['', wanted.source].includes(one.source),
      );
      return { label: `${wanted.name}/${wanted.source}`, text: compared(own, wanted, inherits) };
    });
  return {
    weaker: results.filter(({ text }) => text).map(({ label, text }) => `${label} ${text}`),
    open: results.filter(({ text }) => text === undefined).map(({ label }) => label),
  };
}
