import type { AgentTool } from './agents';

/** `open`: it rests on something that was not read or that only shows when the agent runs. */
export type Trait = 'yes' | 'no' | 'open';

/** What a tool adds to an agent: data that is not for everyone, text that a stranger may have written, a way out. */
export interface Traits {
  readonly privateData: Trait;
  readonly untrusted: Trait;
  readonly wayOut: Trait;
}

/**
 * A tool with what surrounds it. `place` is whose host it calls: own = of this tenant, listed = the policy file's allowedConnectionHosts,
 * foreign = neither; open where no host is known or whose it is. `egress` closed: the agents' network lets through approved hosts only.
 */
export interface PlacedTool {
  readonly tool: AgentTool;
  readonly host: string;
  readonly place: 'own' | 'listed' | 'foreign' | 'open';
  readonly egress: 'closed' | 'open';
  readonly isListed: (host: string) => boolean;
}

const traits = (privateData: Trait, untrusted: Trait, wayOut: Trait): Traits => ({ privateData, untrusted, wayOut });

const harmless = traits('no', 'no', 'no');
const unknown = traits('open', 'open', 'open');
const documents = traits('yes', 'yes', 'no');
const store = traits('yes', 'open', 'no');
const screen = traits('open', 'yes', 'yes');
const ownMachine = traits('yes', 'no', 'yes');

/** A page of the web can be made by anyone; whether a query can carry data to its maker depends on the search engine. */
function webSearch({ tool, isListed }: PlacedTool): Traits {
  if (tool.type.startsWith('web_search') && tool.connectionNames.length > 0) return customSearch();
  const held = tool.domains.length > 0 && tool.domains.every(isListed);
  return held ? harmless : traits('no', 'yes', 'open');
}

/** Which sites the custom instance searches stands in Bing, not in the agent. */
const customSearch = (): Traits => traits('no', 'open', 'open');

const wayOutOfSandbox = ({ tool, egress, isListed }: PlacedTool): Trait => {
  if (tool.sandbox === 'disabled') return 'no';
  if (tool.sandbox === 'allowlist') return tool.domains.every(isListed) ? 'no' : 'yes';
  return tool.sandbox === 'default' && egress === 'closed' ? 'no' : 'open';
};

const sandbox = (placed: PlacedTool): Traits => {
  if (placed.tool.sandbox === 'local') return ownMachine;
  const { files } = placed.tool;
  return traits(files, files === 'no' ? 'no' : 'open', wayOutOfSandbox(placed));
};

/** What a host outside the tenant is told leaves; what it answers is its own word. */
function openApi({ tool, place }: PlacedTool): Traits {
  if (tool.methods === 'open' || place === 'open') return unknown;
  const foreign = place === 'foreign';
  const reads = foreign && tool.signIn === 'anonymous' ? 'no' : 'yes';
  return traits(reads, foreign ? 'yes' : 'no', foreign || tool.methods === 'write' ? 'yes' : 'no');
}

const wayOutOfServer = ({ tool, place }: PlacedTool): Trait => {
  if (!tool.targetFixed || place === 'foreign') return 'yes';
  return tool.allowedTools === 'readOnly' && place !== 'open' ? 'no' : 'open';
};

function server(placed: PlacedTool): Traits {
  const { tool, place } = placed;
  if (tool.connector) return traits('yes', 'yes', tool.allowedTools === 'readOnly' ? 'no' : 'yes');
  const stranger = place === 'foreign' && tool.signIn === 'anonymous' && tool.targetFixed;
  return traits(stranger ? 'no' : 'open', 'yes', wayOutOfServer(placed));
}

/**
 * The table of tool types (Foundry project API v1, and `connected_agent` of the classic one). A type that is not here is unknown in all
 * three: Azure adds types faster than tables follow.
 */
const table = new Map<string, (placed: PlacedTool) => Traits>(
  Object.entries({
    file_search: () => store,
    azure_ai_search: () => store,
    sharepoint_grounding: () => documents,
    sharepoint_grounding_preview: () => documents,
    fabric_dataagent: () => documents,
    fabric_dataagent_preview: () => documents,
    fabric_iq_preview: () => documents,
    work_iq_preview: () => documents,
    memory_search_preview: () => traits('yes', 'yes', 'yes'),
    bing_grounding: webSearch,
    bing_custom_search: customSearch,
    bing_custom_search_preview: customSearch,
    web_search: webSearch,
    web_search_preview: webSearch,
    browser_automation_preview: () => screen,
    computer_use_preview: () => screen,
    computer: () => screen,
    code_interpreter: sandbox,
    shell: sandbox,
    local_shell: () => ownMachine,
    apply_patch: () => ownMachine,
    azure_function: () => unknown,
    openapi: openApi,
    function: () => traits('open', 'no', 'open'),
    custom: () => traits('open', 'no', 'open'),
    mcp: server,
    toolbox_search_preview: () => traits('open', 'yes', 'open'),
    tool_search: () => traits('open', 'yes', 'open'),
    a2a_preview: () => screen,
    connected_agent: () => screen,
    image_generation: () => harmless,
    capture_structured_outputs: () => harmless,
  }),
);

/** A dated name (`web_search_2025_08_26`) is its type of a later day. */
const typeOf = ({ type }: AgentTool): string => type.replace(/(_preview)?_\d{4}_\d{2}_\d{2}$/, '$1');

export const isKnownTool = (tool: AgentTool): boolean => table.has(typeOf(tool));

/** What one tool adds, without the agents that it may call. */
export const traitsOf = (placed: PlacedTool): Traits => table.get(typeOf(placed.tool))?.(placed) ?? unknown;

export const noTraits = harmless;

const either = (a: Trait, b: Trait): Trait => {
  if (a === 'yes' || b === 'yes') return 'yes';
  return a === 'open' || b === 'open' ? 'open' : 'no';
};

export const joinTraits = (a: Traits, b: Traits): Traits =>
  traits(either(a.privateData, b.privateData), either(a.untrusted, b.untrusted), either(a.wayOut, b.wayOut));
