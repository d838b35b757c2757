import type { PlaneDocument } from '../planes';
import type { ArmBody } from '../tenant';
import { guid } from './body';

export interface AgentOptions {
  readonly kind?: 'prompt' | 'hosted' | 'workflow' | 'external';
  readonly model?: string;
  readonly guardrail?: string;
  /** In the shapes of `ToolUnion` of the project API v1. */
  readonly tools?: readonly Record<string, unknown>[];
  readonly over?: Record<string, unknown>;
}

/** One agent as `GET {project}/agents?api-version=v1` lists it (types of @azure/ai-projects 2.2.0). */
export function foundryAgent(name: string, options: AgentOptions = {}): Record<string, unknown> {
  const { kind = 'prompt', model = 'chat', guardrail, tools = [], over = {} } = options;
  const definition = {
    kind,
    ...(guardrail === undefined ? {} : { rai_config: { rai_policy_name: guardrail } }),
    ...(kind === 'prompt' ? { model, instructions: `You are ${name}. Answer from your sources alone.`, tools } : {}),
    ...over,
  };
  const latest = {
    metadata: {},
    object: 'agent.version',
    id: `${name}:1`,
    name,
    version: '1',
    description: '',
    created_at: 1_764_230_400,
    definition,
    status: 'active',
  };
  const identity = { principal_id: guid(`${name} agent`), client_id: guid(`${name} agent client`) };
  return { object: 'agent', id: name, name, versions: { latest }, instance_identity: identity };
}

/** The agents of a project, answered at its own endpoint; pages by cursor. */
export function agentPlane(project: ArmBody, agents: readonly Record<string, unknown>[]): PlaneDocument {
  const { endpoints } = project.properties as { endpoints: Record<string, string> };
  const endpoint = new URL(endpoints['AI Foundry API'] ?? '');
  return {
    host: endpoint.host,
    path: `${endpoint.pathname}/agents`,
    audience: 'https://ai.azure.com',
    right: 'Microsoft.CognitiveServices/accounts/AIServices/agents/read',
    rows: agents,
    cursor: true,
  };
}
