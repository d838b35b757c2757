import type { Agent, AgentTool } from '../../model/agents';
import { placeOf, targetOf, type AgentView } from './agentTools';

/** What is wrong with the tool as it stands, wherever it calls. */
function ownFault({ targetFixed, givesOrders }: AgentTool): string {
  if (!targetFixed) return 'an input of the caller is put into its address or headers';
  return givesOrders ? 'server_description gives orders to the model' : '';
}

function foreignFault(tool: AgentTool, host: string, allowed: readonly string[]): string {
  if (allowed.length > 0) return `server_url host is ${host}`;
  return tool.signIn === 'anonymous' ? `server_url host is ${host}, with no project_connection_id` : '';
}

/**
 * The fault of an MCP server: '' for none, undefined where it does not show. Without allowedConnectionHosts a host of others only fails
 * when the agent does not even sign in there.
 */
export function mcpFault(tool: AgentTool, agent: Agent, view: AgentView): string | undefined {
  const own = ownFault(tool);
  if (own) return own;
  const { host, scheme } = targetOf(tool, agent, view);
  if (scheme === 'http') return `server_url is http://${host}`;
  const place = placeOf(host, agent, view);
  if (place === 'open') return undefined;
  return place === 'foreign' ? foreignFault(tool, host, view.policy.allowedConnectionHosts) : '';
}
