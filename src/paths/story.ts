import type { AttackPath, EntryClass, Rank, Step } from '../model/path';
import { within } from '../model/scope';
import type { Gap } from '../model/snapshot';
import type { Candidate, Standing } from './candidates';
import type { Entry } from './entries';
import type { Family } from './families';
import type { Story } from './gather';
import type { Graph } from './graph';
import { rankOf, severityOf } from './rank';
import { each } from './search';
import type { Target } from './targets';
import type { Tenant } from './tenant';
import { chokePointsOf, type Stopping, entryPhrase, stepsOf, variantsTold } from './tell';

/** Everything that telling looks at. */
export interface Scene {
  readonly graph: Graph;
  readonly tenant: Tenant;
  readonly standing: ReadonlyMap<EntryClass, Standing>;
  readonly targets: ReadonlyMap<number, Target>;
  readonly gaps: readonly Gap[];
}

const mostNames = 20;
const mostVariants = 3;
const longestHeadline = 120;
/** Targets of less weight count for no reach. */
const heavy = 45;

/** Premises of the last move that are of the attacker's making: not open to all, not a setting. */
const settings = new Set(['reach', 'keyOk', 'unlocked', 'at:internet', 'can:anyHost']);

function lastButOne({ graph }: Scene, { derivation, target }: Candidate): number | undefined {
  const last = derivation.moves.find((move) => graph.to[move] === target);
  const premises: number[] = [];
  if (last !== undefined) each(graph.premises, last, (state) => premises.push(state));
  return premises.find((state) => !settings.has(graph.states[state]?.verb ?? '')) ?? premises[0];
}

/** Other targets of weight that stand one move from where this one was taken; of an owner, all that lies in what is owned. */
function others(scene: Scene, candidate: Candidate): number {
  const { graph, targets } = scene;
  const own = targets.get(candidate.target);
  const isOther = (state: number, { impact }: Target): boolean => state !== candidate.target && impact >= heavy;
  if (own?.state.verb === 'own')
    return [...targets].filter(([state, one]) => isOther(state, one) && within(one.state.at, own.state.at)).length;
  const from = lastButOne(scene, candidate);
  const found = new Set<number>();
  if (from !== undefined)
    each(graph.uses, from, (move) => {
      const to = graph.to[move] ?? -1;
      const one = targets.get(to);
      if (one && isOther(to, one)) found.add(to);
    });
  return found.size;
}

export const scoreOf = (scene: Scene, candidate: Candidate): Rank =>
  rankOf(candidate.cost, scene.targets.get(candidate.target)?.impact ?? 0, others(scene, candidate));

const cut = (text: string): string =>
  text.length <= longestHeadline ? text : `${text.slice(0, longestHeadline - 1).trimEnd()}…`;

function headlineOf(
  family: Family,
  story: Story,
  entries: readonly Entry[],
  steps: readonly Step[],
  tenant: Tenant,
): string {
  return cut(
    family.headline({
      entry: entryPhrase(story.class, entries),
      does: story.target.does,
      target: story.target.name,
      at: (edge) => tenant.nameOf(steps.find((step) => step.edge === edge)?.on ?? ''),
    }),
  );
}

const chance = (cost: number): string => Math.exp(-cost / 1000).toFixed(2);

/** `Score 70: exploitability 94 (entry 0.90, 3 steps) × impact 94 × reach 120 (3 more)`, the terms of the formula in words. */
function why(
  { score, exploitability, impact, reach }: Rank,
  entry: Entry | undefined,
  steps: number,
  more: number,
): string {
  const start = entry ? `entry ${chance(entry.cost)}, ${steps} step${steps === 1 ? '' : 's'}` : '';
  return `Score ${score}: exploitability ${exploitability} (${start}) × impact ${impact} × reach ${reach} (${more} more within one step)`;
}

/** Whoever acts on the way may also switch the target's log off. */
function isSilent(steps: readonly Step[], { resourceId }: Target, { rights }: Tenant): boolean {
  const actors = new Set(steps.filter(({ gives }) => gives === 'as').map(({ on }) => on));
  return rights.grants.some(
    ({ principalId, scope, powers }) =>
      actors.has(principalId) && within(resourceId, scope) && powers.some(({ power }) => power.ability === 'logs.off'),
  );
}

const resourcesOf = (steps: readonly Step[], { resourceId }: Target): readonly string[] =>
  [...new Set([resourceId, ...steps.flatMap(({ on, evidence }) => [on, ...evidence.map((one) => one.resourceId)])])]
    .filter((id) => id.startsWith('/'))
    .sort();

/** The entries of a story: all that reach its target alone, else those that its best way joins. */
function entriesOf(scene: Scene, { class: kind, ways }: Story): { used: readonly Entry[]; all: readonly Entry[] } {
  const standing = scene.standing.get(kind);
  const at = (states: readonly number[]): readonly Entry[] => states.flatMap((state) => standing?.get(state) ?? []);
  const used = at(ways[0]?.derivation.entries ?? []);
  const able = at([...new Set(ways.flatMap(({ alone }) => alone))]);
  return { used, all: able.length > 0 ? able : used };
}

function targetOf({ target, ways }: Story): AttackPath['target'] {
  const { does, resourceId, name } = target;
  return { does, resourceId, name, count: new Set(ways.map((way) => way.target)).size };
}

/** What its best way is worth, and how sure it is. */
function judged(scene: Scene, story: Story, used: readonly Entry[], steps: readonly Step[]) {
  const [best] = story.ways as [Candidate];
  const rank = scoreOf(scene, best);
  const incomplete = steps.some(({ doubt }) => doubt.includes('not read')) || used.some(({ doubt }) => doubt !== '');
  const possible = best.possible || incomplete || best.derivation.entries.length > 1;
  return {
    severity: severityOf(rank.score, possible),
    score: rank.score,
    rank,
    why: why(rank, used[0], steps.length, others(scene, best)),
    possible,
    incomplete,
  };
}

/** One story told: its best way step by step, what else leads there, and what stops it. */
export function toPath(scene: Scene, story: Story, stopping: Stopping): AttackPath {
  const { graph, tenant, gaps } = scene;
  const [best] = story.ways as [Candidate];
  const { used, all } = entriesOf(scene, story);
  const steps = stepsOf(graph, best.derivation.moves, gaps);
  const stoppedBy = chokePointsOf(graph, best, stopping, tenant);
  const names = [...new Set(all.map(({ name }) => name))].sort();
  return {
    id: story.id,
    family: story.family.id,
    familyName: story.family.name,
    ...judged(scene, story, used, steps),
    headline: headlineOf(story.family, story, all, steps, tenant),
    entry: { class: story.class, names: names.slice(0, mostNames), count: names.length },
    target: targetOf(story),
    steps,
    variants: variantsTold(graph, story.ways, mostVariants),
    resourceIds: resourcesOf(steps, story.target),
    silent: isSilent(steps, story.target, tenant),
    chokePoint: stoppedBy.find(({ leaves }) => leaves === '')?.change ?? '',
    stoppedBy,
    defender: 'notCompared',
  };
}
