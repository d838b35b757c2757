import { agentPlane, foundryAgent } from './builders/agents';
import type { PlaneDocument } from './planes';
import type { ArmBody } from './tenant';

const sharePoint = {
  type: 'sharepoint_grounding_preview',
  sharepoint_grounding_preview: { project_connections: [{ project_connection_id: 'hr-site' }] },
};
const bing = {
  type: 'bing_grounding',
  bing_grounding: { search_configurations: [{ project_connection_id: 'bing' }] },
};
const tickets = (url: string, more: Record<string, unknown>): Record<string, unknown> => ({
  type: 'mcp',
  server_label: 'tickets',
  server_url: url,
  ...more,
});
const free = { require_approval: 'never' };
const watched = { require_approval: 'always', allowed_tools: ['find_ticket'] };

const agentsOf = (host: string): Record<string, unknown>[] => [
  foundryAgent('travel-desk', { tools: [sharePoint, bing, tickets(`https://${host}/sse`, free)] }),
  foundryAgent('travel-desk-reviewed', { tools: [sharePoint, tickets('https://mcp.tickets.example/sse', watched)] }),
  foundryAgent('glossary', { tools: [{ type: 'file_search', vector_store_ids: ['vs_glossary'] }] }),
];

const isProject = ({ id }: ArmBody): boolean => /\/accounts\/[^/]+\/projects\/[^/]+$/i.test(id);

/** Two agents of the sandbox that can be talked into leaking, one of them watched by a person, and one that cannot; no others anywhere. */
export const demoAgents = (arm: readonly ArmBody[], host = 'mcp.tickets.example'): PlaneDocument[] =>
  arm
    .filter(isProject)
    .map((project) => agentPlane(project, /\/accounts\/playground\//i.test(project.id) ? agentsOf(host) : []));

/** The server behind an agent is another one overnight: its label stays. */
export const rugPull = (arm: readonly ArmBody[]): PlaneDocument[] => demoAgents(arm, 'tickets.mirror.example');
