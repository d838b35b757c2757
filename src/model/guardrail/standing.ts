import { labelOf, strengthAt, type Filters, type Readings } from './filters';
import { compareStrength, strengthWords, type Relation, type Strength } from './strength';

/** Where one guardrail stands to another. `unknown`: what Azure leaves unsaid decides it. */
export type Order = 'weaker' | 'equal' | 'stronger' | 'incomparable' | 'unknown';

/** One filter at which two guardrails differ. */
export interface Difference {
  readonly key: string;
  readonly label: string;
  readonly is: Strength;
  readonly other: Strength;
}

/** `open`: filters whose order depends on what Azure leaves unsaid. */
export interface Standing {
  readonly order: Order;
  readonly weaker: readonly Difference[];
  readonly stronger: readonly Difference[];
  readonly apart: readonly Difference[];
  readonly open: readonly Difference[];
}

interface Compared extends Difference {
  readonly relation: Relation;
}

/** Filters beyond the stated ones stand for one more key. */
const beyond = '*/*';

function comparedFilters(a: Filters, b: Filters): ReadonlyMap<string, Compared> {
  const keys = [...new Set([...a.strengths.keys(), ...b.strengths.keys(), beyond])].sort();
  return new Map(
    keys.map((key) => {
      const [is, other] = [strengthAt(a, key), strengthAt(b, key)];
      const label = a.labels.get(key) ?? b.labels.get(key) ?? (key === beyond ? 'further filters' : labelOf(key));
      return [key, { key, label, is, other, relation: compareStrength(is, other) }];
    }),
  );
}

/** The order that the relations of all filters make. */
function orderOf(relations: Iterable<Relation>): Order {
  const seen = new Set(relations);
  if (seen.has('apart') || (seen.has('less') && seen.has('greater'))) return 'incomparable';
  if (seen.has('open')) return 'unknown';
  if (seen.has('less')) return 'weaker';
  return seen.has('greater') ? 'stronger' : 'equal';
}

const relationsOf = (compared: ReadonlyMap<string, Compared>): readonly Relation[] =>
  [...compared.values()].map(({ relation }) => relation);

/** Two guardrails under one convention. */
export const compareFilters = (a: Filters, b: Filters): Order => orderOf(relationsOf(comparedFilters(a, b)));

/** Two guardrails under both conventions: what both say is so; where they differ it is unknown, and the filters that decide are `open`. */
export function compareGuardrails(a: Readings, b: Readings): Standing {
  const off = comparedFilters(a.off, b.off);
  const inherit = comparedFilters(a.inherit, b.inherit);
  const keys = [...new Set([...off.keys(), ...inherit.keys()])].sort();
  const nothing: Relation = 'equal';
  const pairs = keys.map((key) => {
    const [one, other] = [off.get(key), inherit.get(key)];
    const told = (one ?? other) as Compared;
    const agreed = (one?.relation ?? nothing) === (other?.relation ?? nothing);
    return { ...told, relation: agreed ? told.relation : ('open' as const) };
  });
  const of = (relation: Relation): readonly Difference[] => pairs.filter((pair) => pair.relation === relation);
  const [first, second] = [orderOf(relationsOf(off)), orderOf(relationsOf(inherit))];
  return {
    order: first === second ? first : 'unknown',
    weaker: of('less'),
    stronger: of('greater'),
    apart: of('apart'),
    open: of('open'),
  };
}

/** `Hate/Prompt is block at High, not block at Medium`. */
export const differenceWords = ({ label, is, other }: Difference): string =>
  is === 'off' ? `${label} is not there or off` : `${label} is ${strengthWords(is)}, not ${strengthWords(other)}`;
