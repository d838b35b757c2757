import type { AttackPath, EntryClass, PathReport } from '../model/path';
import { candidatesOf, type Candidate, type Standing } from './candidates';
import { mustPass } from './chokePoints';
import { compareWithDefender } from './defender';
import { edges as allEdges } from './edges';
import type { Edge } from './defineEdge';
import { entriesOf, entryClasses } from './entries';
import { gather, type Story } from './gather';
import { GraphBuilder, type Graph } from './graph';
import { notSeen } from './notSeen';
import { prune } from './prune';
import { rankChanges } from './rankChanges';
import { internet } from './states';
import { toPath, scoreOf, type Scene } from './story';
import { isTarget, toTarget, type Target } from './targets';
import { changeWords, closersOfAll } from './tell';
import { toTenant, type Facts, type Tenant } from './tenant';

/** Families that are kept, by score. */
const mostPaths = 500;

/** Draws every kind of move, in the order of the index. */
export function draw(tenant: Tenant, edges: readonly Edge[] = allEdges): Graph {
  const builder = new GraphBuilder();
  for (const edge of edges) builder.draw(edge, edge.draw(tenant));
  return builder.finish();
}

/** Entries that the graph knows, by class and the number of their state. */
function standingIn(graph: Graph, tenant: Tenant): ReadonlyMap<EntryClass, Standing> {
  const placed = entriesOf(tenant).flatMap((entry) => {
    const state = graph.find(entry.state);
    return state === undefined ? [] : [{ entry, state }];
  });
  const byClass = Map.groupBy(placed, ({ entry }) => entry.class);
  return new Map([...byClass].map(([kind, list]) => [kind, new Map(list.map(({ entry, state }) => [state, entry]))]));
}

const targetsIn = (graph: Graph, tenant: Tenant): ReadonlyMap<number, Target> =>
  new Map(graph.states.flatMap((state, at) => (isTarget(state) ? [[at, toTarget(state, tenant)] as const] : [])));

/** For each class, which changes stop which told target alone: exact, over everything that the class could do. */
function stoppersOf(graph: Graph, stories: readonly Story[], standing: ReadonlyMap<EntryClass, Standing>) {
  const numbers = new Map(graph.changes.map((change, at) => [change, at]));
  const always = graph.find(internet);
  const byClass = Map.groupBy(stories, (story) => story.class);
  const found = new Map<string, ReadonlySet<string>>();
  for (const [kind, told] of byClass) {
    const entries = [...(standing.get(kind)?.keys() ?? []), ...(always === undefined ? [] : [always])];
    const targets = [...new Set(told.flatMap(({ ways }) => ways[0]?.target ?? []))];
    const named = new Set(
      told.flatMap(({ ways }) => ways.slice(0, 4).flatMap((way) => closersOfAll(graph, way.derivation.moves))),
    );
    const candidates = [...named].map((change) => numbers.get(change) ?? 0).sort((a, b) => a - b);
    for (const [target, stopping] of mustPass(graph, entries, targets, candidates))
      found.set(`${kind} ${target}`, new Set(stopping.map((change) => graph.changes[change] ?? '')));
  }
  return found;
}

/** Proven before possible, then the higher score, then the cheaper, then the lower target. */
const betterIn =
  (scene: Scene) =>
  (a: Candidate, b: Candidate): number =>
    Number(a.possible) - Number(b.possible) ||
    scoreOf(scene, b).score - scoreOf(scene, a).score ||
    a.cost - b.cost ||
    a.target - b.target;

const worstFirst = (a: AttackPath, b: AttackPath): number =>
  Number(a.possible) - Number(b.possible) || b.score - a.score || (a.id < b.id ? -1 : 1);

function told(scene: Scene): readonly AttackPath[] {
  const { graph, standing, targets } = scene;
  const numbers = [...targets.keys()];
  const candidates = entryClasses.flatMap((kind) =>
    candidatesOf(graph, kind, standing.get(kind) ?? new Map(), numbers),
  );
  const stories = gather(graph, candidates, targets, betterIn(scene));
  const stoppers = stoppersOf(graph, stories, standing);
  const byAim = Map.groupBy(candidates, ({ class: kind, target }) => `${kind} ${target}`);
  const paths = stories.map((story) => {
    const aim = `${story.class} ${story.ways[0]?.target ?? -1}`;
    return toPath(scene, story, { alone: stoppers.get(aim) ?? new Set(), ways: byAim.get(aim) ?? [] });
  });
  return paths.sort(worstFirst);
}

/**
 * Attack paths over everything that was read, worst first; possible ones below proven ones. The same facts in any order give the same
 * report. What was not read never makes a proven step.
 */
export function findPaths(facts: Facts): PathReport {
  const tenant = toTenant(facts);
  const whole = draw(tenant);
  const standing = standingIn(whole, tenant);
  const targets = targetsIn(whole, tenant);
  const entries = [...standing.values()].flatMap((some) => [...some.keys()]);
  const graph = prune(whole, entries, [...targets.keys()]);
  const all = told({ graph, tenant, standing, targets, gaps: facts.gaps });
  const { paths, defender } = compareWithDefender(all.slice(0, mostPaths), tenant);
  return {
    paths,
    leftOut: Math.max(0, all.length - mostPaths),
    changes: rankChanges(paths, (change) => changeWords(change, tenant)),
    notSeen: notSeen(facts.gaps),
    defender,
    moves: whole.to.length,
    states: whole.states.length,
  };
}
