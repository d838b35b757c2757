import type { Base } from './base';

/**
 * One tool of an agent, as far as it can be judged without its texts. Sources: the tool types of the Foundry project API, version v1.
 * Hosts are lower-case, '' where none is stated.
 */
export interface AgentTool {
  /** In Azure's spelling; an open list. */
  readonly type: string;
  /** The type with `server_label` or `name` behind it; a number tells those apart that are alike. */
  readonly name: string;
  /** Of the address that the tool itself states; a connection's address wins over it. */
  readonly host: string;
  readonly scheme: string;
  /** False where an input of the caller is put into the address, the headers or the store. */
  readonly targetFixed: boolean;
  /** Last parts of the connection ids that the tool names, lower-case. */
  readonly connectionNames: readonly string[];
  /** How it signs in at its host: by a connection, an identity, a value written into the tool, or not at all; '' where the type has no such thing. */
  readonly signIn: 'connection' | 'identity' | 'literal' | 'anonymous' | '';
  /**
   * Who lets a call through. `always`: a person, each call (what an absent `require_approval` means). `never`: nobody. `readOnlyFree`: reading
   * tools go through, writing ones wait. `someFree`: named tools go through. `open`: it rests on what applies to tools in neither list, which is not documented.
   * '' where the type has no approval.
   */
  readonly approval: 'always' | 'never' | 'readOnlyFree' | 'someFree' | 'open' | '';
  /** Which tools of a server may be called; '' where the type has no such list. */
  readonly allowedTools: 'all' | 'listed' | 'readOnly' | '';
  readonly allowedToolNames: readonly string[];
  /** `connector_id`: a mailbox or drive of a user; '' when absent. */
  readonly connector: string;
  /** Verbs of an OpenAPI description; `open` where it cannot be read, '' for other types. */
  readonly methods: 'read' | 'write' | 'open' | '';
  /** Network of the container that runs code: `default` where the tool states none, '' for tools without one. */
  readonly sandbox: 'disabled' | 'allowlist' | 'default' | 'local' | 'open' | '';
  /** Domains that a sandbox or a web search is held to. */
  readonly domains: readonly string[];
  /** Whether the tool holds uploaded files; `open` where they stand elsewhere. */
  readonly files: 'yes' | 'no' | 'open';
  /** Name of the agent that the tool calls; '' otherwise. */
  readonly agentName: string;
  readonly hasDescription: boolean;
  /** Description or names hold words that give orders to a model. */
  readonly givesOrders: boolean;
}

/** An agent of a Foundry project in its latest version (project API v1, opt-in). Instructions and other texts are never kept. */
export interface Agent extends Base<'agent'> {
  readonly agentKind: 'prompt' | 'hosted' | 'workflow' | 'external' | 'Unrecognised';
  readonly agentVersion: string;
  /** Name of the model deployment; '' for kinds without one. */
  readonly model: string;
  /** Name of the guardrail that replaces the deployment's; '' when there is none. */
  readonly raiPolicyName: string;
  /** Id of the account that a guardrail named by a whole ARM id lies in; '' when it is named by its name. */
  readonly raiPolicyAccount: string;
  readonly hasInstructions: boolean;
  readonly tools: readonly AgentTool[];
  /** Names of agents that a workflow calls. */
  readonly calls: readonly string[];
  /** Inputs that the caller may set at run time. */
  readonly inputNames: readonly string[];
  /** Container image of a hosted agent; '' otherwise. */
  readonly image: string;
  readonly environmentVariableNames: readonly string[];
  /** Object id of `instance_identity`; '' when the agent shares that of its project. */
  readonly principalId: string;
}

export interface AgentKinds {
  readonly agent: Agent;
}
