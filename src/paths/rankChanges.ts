import type { AttackPath, RankedChange } from '../model/path';
import { changeOf } from './changes';
import { byEffort } from './tell';

/** A path by its ways: the changes that close each. */
interface Ways {
  readonly id: string;
  readonly score: number;
  readonly ways: readonly ReadonlySet<string>[];
}

const waysOf = ({ id, score, steps, variants }: AttackPath): Ways => ({
  id,
  score,
  ways: [new Set(steps.flatMap(({ closedBy }) => closedBy)), ...variants.map(({ closedBy }) => new Set(closedBy))],
});

const shareOf = ({ ways }: Ways, change: string): number =>
  ways.filter((closers) => closers.has(change)).length / ways.length;

/** The whole score of what it closes, and half the share of what it narrows: two doors close only together, and each counts. */
const gainOf = (open: readonly Ways[], change: string): number =>
  open.reduce((sum, one) => {
    const share = shareOf(one, change);
    return sum + one.score * (share === 1 ? 1 : share / 2);
  }, 0);

function without(open: readonly Ways[], change: string): readonly Ways[] {
  return open
    .map((one) => ({ ...one, ways: one.ways.filter((closers) => !closers.has(change)) }))
    .filter(({ ways }) => ways.length > 0);
}

interface Pick {
  readonly change: string;
  readonly gain: number;
  readonly open: readonly Ways[];
}

function pick(open: readonly Ways[], candidates: readonly string[]): Pick | undefined {
  const rated = candidates
    .map((change) => ({ change, gain: Math.round(gainOf(open, change) * 100) / 100, open }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain || byEffort(a.change, b.change));
  return rated[0];
}

/**
 * The changes worth making, the best first: greedily, each against what those before it left open. Ties by effort, then by id. `words`
 * tells a change. A change may leave the way by which it is undone: simulate before trusting the sum.
 */
export function rankChanges(
  paths: readonly AttackPath[],
  words: (change: string) => string,
  most = 25,
): readonly RankedChange[] {
  const ranked: RankedChange[] = [];
  let open = paths.map(waysOf);
  const candidates = [...new Set(open.flatMap(({ ways }) => ways.flatMap((closers) => [...closers])))].sort();
  for (let found = pick(open, candidates); found && ranked.length < most; found = pick(open, candidates)) {
    const { change, gain } = found;
    const { kind } = changeOf(change);
    const share = (one: Ways): number => shareOf(one, change);
    ranked.push({
      change,
      rank: ranked.length + 1,
      words: words(change),
      effort: kind.effort,
      cli: kind.cli,
      bicep: kind.bicep,
      stops: open.filter((one) => share(one) === 1).map(({ id }) => id),
      narrows: open.filter((one) => share(one) > 0 && share(one) < 1).map(({ id }) => id),
      gain,
    });
    open = [...without(open, change)];
  }
  return ranked;
}
