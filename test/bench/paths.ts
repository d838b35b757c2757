import { candidatesOf } from '../../src/paths/candidates';
import { mustPass } from '../../src/paths/chokePoints';
import { closes, defineEdge, type Move } from '../../src/paths/defineEdge';
import { GraphBuilder, type Graph } from '../../src/paths/graph';
import { nth } from '../../src/paths/arrays';
import { prune } from '../../src/paths/prune';
import { freely, search } from '../../src/paths/search';
import { actsAs, anyMember, hasKey, internet, reaches, readsPrompts, type State } from '../../src/paths/states';
import { stepsOf } from '../../src/paths/tell';

/** Moves of the graph, states, entries. */
const wanted = Number(process.argv[2] ?? 1_000_000);
const stateCount = Math.floor(wanted / 4);
const entryCount = 500;

/** Numbers that look random and are the same on every machine. */
function dice(seed: number): (below: number) => number {
  let held = seed;
  return (below) => {
    held = (Math.imul(held, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((held / 2 ** 32) * below);
  };
}

/** A state of the sort that stands at this place: a few in a hundred are what an attacker is after. */
function stateAt(at: number): State {
  if (at === 0) return internet;
  if (at <= entryCount) return anyMember(`g${at}`);
  if (at % 50 === 0) return readsPrompts(`/subscriptions/s/a${at}`);
  if (at % 3 === 0) return actsAs(`p${at}`);
  return at % 3 === 1 ? hasKey(`/subscriptions/s/k${at}`) : reaches(`/subscriptions/s/r${at}`);
}

const ons = Array.from({ length: 3_000 }, (_, one) => `/subscriptions/s/c${one}`);

/** Made beforehand: the ids of a tenant are there when its moves are drawn. */
const states = Array.from({ length: stateCount }, (_, at) => stateAt(at));
const at = (place: number): State => states[place] as State;

function* moves(count: number): Generator<Move> {
  const roll = dice(7);
  for (let one = 0; one < count; one++) {
    const to = 1 + entryCount + roll(stateCount - entryCount - 1);
    // Most lead from the nearer to the farther, as rights and keys do; every fifth joins two premises.
    const from = [at(roll(to)), ...(one % 5 === 0 ? [at(roll(to))] : [])];
    const on = ons[one % ons.length] ?? '';
    yield {
      from,
      to: at(to),
      cost: 20 + (one % 7) * 40,
      closedBy: one % 3 === 0 ? [closes('keys-off', on)] : [],
      tell: () => ({ says: `Move ${one}.`, evidence: [] }),
    };
  }
}

const edge = defineEdge({ kind: 'any', reads: [], atlas: [], cost: 20, fix: '', draw: () => [] });

function built(): Graph {
  const builder = new GraphBuilder();
  builder.draw(edge, moves(wanted));
  return builder.finish();
}

const lines: string[] = [];
let total = 0;
function timed<T>(name: string, work: () => T): T {
  const started = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(started);
  const took = (user + system) / 1000;
  total += took;
  lines.push(`${name.padEnd(34)}${took.toFixed(0).padStart(6)} ms of processor time`);
  return result;
}

const graph = timed('draw and index', built);
const entries = Array.from({ length: entryCount }, (_, at) => graph.find(anyMember(`g${at + 1}`))).filter(
  (state) => state !== undefined,
);
const targets = graph.states.flatMap(({ verb }, at) => (verb === 'read:prompts' ? [at] : [])).slice(0, 2_000);
const small = timed('prune', () => prune(graph, entries, targets));
const free = timed('what is free', () => freely(small, small.find(internet), () => true));
const found = timed('ten searches', () =>
  Array.from({ length: 10 }, (_, at) =>
    search(
      small,
      entries.filter((_entry, place) => place % 10 === at).map((state) => ({ state, cost: 900 })),
      free,
      () => true,
    ),
  ),
);
const told = targets.filter((target) => nth(found[0]!.cost, target) < 1_000_000).slice(0, 500);
timed('must-pass of 64 changes', () =>
  mustPass(
    small,
    entries,
    told,
    Array.from({ length: 64 }, (_, at) => at),
  ),
);
const standing = new Map(
  entries.slice(0, 32).map((state) => {
    const entry = {
      class: 'internalUser',
      state: internet,
      cost: 900,
      name: 'a group',
      doubt: '',
      people: 60,
    } as const;
    return [state, entry];
  }),
);
const some = timed('candidates of 500 targets', () => candidatesOf(small, 'internalUser', standing, told));
timed('tell', () => some.slice(0, 500).map(({ derivation }) => stepsOf(small, derivation.moves, [])));

process.stdout
  .write(`moves ${graph.to.length}, states ${graph.states.length}, entries ${entries.length}, targets ${targets.length}
after pruning ${small.to.length} moves, ${told.length} targets reached, ${some.length} ways
${lines.join('\n')}
${'total'.padEnd(34)}${total.toFixed(0).padStart(6)} ms of processor time
peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB
`);
