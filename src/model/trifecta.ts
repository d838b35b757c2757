import type { Agent } from './agents';
import { joinTraits, noTraits, traitsOf, type PlacedTool, type Trait, type Traits } from './toolTraits';

/** An agent with its tools in their places. */
export interface PlacedAgent {
  readonly agent: Agent;
  readonly tools: readonly PlacedTool[];
}

/** Reached agents by lower-cased name. */
type Known = ReadonlyMap<string, Traits>;

/** What runs there beside the tools is not told: the code of a hosted agent, the steps of a workflow, an agent elsewhere. */
const untold: Traits = { privateData: 'open', untrusted: 'open', wayOut: 'open' };
const ownTraits = ({ agentKind }: Agent): Traits => (agentKind === 'prompt' ? noTraits : untold);

/** A call of an agent that is known here adds what that agent has; of another one, what its type says. */
const toolTraits = (placed: PlacedTool, known: Known): Traits => {
  const { tool, place } = placed;
  const callee = tool.type === 'connected_agent' || place === 'own' ? known.get(tool.agentName) : undefined;
  return callee ?? traitsOf(placed);
};

const agentTraits = ({ agent, tools }: PlacedAgent, known: Known): Traits =>
  [...tools.map((tool) => toolTraits(tool, known)), ...agent.calls.map((name) => known.get(name) ?? untold)].reduce(
    joinTraits,
    ownTraits(agent),
  );

const text = (known: Known): string => JSON.stringify([...known]);

/**
 * What each agent of a project has at its disposal, by lower-cased name, through the agents it calls too. Goes on until nothing changes: traits
 * only grow, so it ends.
 */
export function traitsOfAgents(agents: readonly PlacedAgent[]): Known {
  let known: Known = new Map(agents.map(({ agent }) => [agent.name.toLowerCase(), ownTraits(agent)]));
  for (;;) {
    const next: Known = new Map(agents.map((one) => [one.agent.name.toLowerCase(), agentTraits(one, known)]));
    if (text(next) === text(known)) return next;
    known = next;
  }
}

const parts = ['privateData', 'untrusted', 'wayOut'] as const;
type Part = (typeof parts)[number];
const labels = ['private data', 'untrusted content', 'way out'] as const;

export type Trifecta =
  | { readonly is: 'no' }
  /** `words`: which tool brings which part. */
  | { readonly is: 'yes' | 'open'; readonly words: string };

/** The first tool that brings a part for sure, else the first that may; the agent itself where no tool does. */
function carrier(one: PlacedAgent, part: Part, known: Known): { readonly name: string; readonly trait: Trait } {
  const found = one.tools.map((tool) => ({ name: tool.tool.name, trait: toolTraits(tool, known)[part] }));
  const called = one.agent.calls.map((name) => ({ name: `agent ${name}`, trait: (known.get(name) ?? untold)[part] }));
  const self = { name: `kind ${one.agent.agentKind}`, trait: ownTraits(one.agent)[part] };
  const all = [...found, ...called, self];
  return all.find(({ trait }) => trait === 'yes') ?? all.find(({ trait }) => trait === 'open') ?? self;
}

/** Whether an agent has all three: private data, text of strangers, and a way out. `known` comes from `traitsOfAgents`. */
export function trifectaOf(one: PlacedAgent, known: Known): Trifecta {
  const carriers = parts.map((part) => carrier(one, part, known));
  if (carriers.some(({ trait }) => trait === 'no')) return { is: 'no' };
  const is = carriers.every(({ trait }) => trait === 'yes') ? 'yes' : 'open';
  const named = carriers.map(
    ({ name, trait }, index) => `${labels[index] ?? ''} by ${trait === 'open' ? `${name} (not settled)` : name}`,
  );
  return { is, words: named.join(', ') };
}

/** The tools through which something may leave. */
export const waysOut = ({ tools }: PlacedAgent, known: Known): readonly PlacedTool[] =>
  tools.filter((tool) => toolTraits(tool, known).wayOut !== 'no');
