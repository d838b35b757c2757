import type { Connection } from '../../model/ai';
import type { Agent, AgentTool } from '../../model/agents';
import { notApplicable, type Verdict, type View } from '../../model/rule';
import type { PlacedTool, Trait } from '../../model/toolTraits';
import { traitsOfAgents, type PlacedAgent } from '../../model/trifecta';
import { isListed } from '../hostList';

/** What rules about the tools of an agent look at. */
export const agentNeeds = ['agent', 'aiAccount', 'connection', 'managedNetwork', 'apimService'] as const;
export type AgentView = View<(typeof agentNeeds)[number]>;

export const accountOf = ({ id }: { readonly id: string }): { readonly id: string } => ({
  id: id.replace(/\/projects\/.*$/, ''),
});
const projectOf = ({ id }: Agent): { readonly id: string } => ({ id: id.replace(/\/agents\/[^/]+$/, '') });

/** A third party runs it: what is registered of it tells nothing. */
export const offFoundry = ({ agentKind }: Agent): Verdict | undefined =>
  agentKind === 'external' ? notApplicable('definition.kind is external: only registered here') : undefined;

export const called = ({ name }: AgentTool): string => name;

/** Connections of the project come before those that the account shares with it. */
function connectionOf(tool: AgentTool, agent: Agent, view: AgentView): Connection | undefined {
  const held = [projectOf(agent), accountOf(agent)].flatMap((owner) => view.children(owner, 'connection'));
  return held.find(({ name }) => tool.connectionNames.includes(name.toLowerCase()));
}

interface Target {
  readonly host: string;
  readonly scheme: string;
}

/** Where a tool calls: at run time the connection's address wins over the one in the tool. A connection that is not listed leaves it open. */
export function targetOf(tool: AgentTool, agent: Agent, view: AgentView): Target {
  if (tool.connectionNames.length === 0) return tool;
  const connection = connectionOf(tool, agent, view);
  if (!connection) return { host: '', scheme: '' };
  return connection.targetHost ? { host: connection.targetHost, scheme: connection.targetScheme } : tool;
}

const privateHost = /^(localhost|10\.|127\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|\.(internal|local|privatelink\..*)$/;
/** Hosts under which every customer of Azure publishes: whose this one is does not show. */
const sharedDomain =
  /\.(azurewebsites\.net|azurecontainerapps\.io|azure-api\.net|azurefd\.net|trafficmanager\.net|cloudapp\.azure\.com)$/;

function isOwn(host: string, agent: Agent, view: AgentView): boolean {
  if (privateHost.test(host)) return true;
  const account = view.byId('aiAccount', accountOf(agent).id);
  if (
    account &&
    (account.hosts.includes(host) || host.startsWith(`${account.customSubDomainName.toLowerCase()}.services.ai.`))
  )
    return true;
  if (!host.endsWith('.azure-api.net')) return false;
  return view.all('apimService').some(({ name }) => host === `${name.toLowerCase()}.azure-api.net`);
}

export function placeOf(host: string, agent: Agent, view: AgentView): PlacedTool['place'] {
  if (host === '') return 'open';
  if (isListed(host, view.policy.allowedConnectionHosts)) return 'listed';
  if (isOwn(host, agent, view)) return 'own';
  return sharedDomain.test(host) ? 'open' : 'foreign';
}

/** Closed where the account's managed network lets through approved destinations only. A subnet of one's own is judged by its own rule. */
export function egressOf(agent: Agent, view: AgentView): PlacedTool['egress'] {
  const networks = view.children(accountOf(agent), 'managedNetwork');
  const closed = ({ isolationMode }: { isolationMode: string }): boolean =>
    isolationMode.toLowerCase() === 'allowonlyapprovedoutbound';
  return networks.length > 0 && networks.every(closed) ? 'closed' : 'open';
}

function placed(agent: Agent, view: AgentView): PlacedAgent {
  const listed = (host: string): boolean => isListed(host, view.policy.allowedConnectionHosts);
  const tools = agent.tools.map((tool): PlacedTool => {
    const { host } = targetOf(tool, agent, view);
    const egress = tool.sandbox === 'default' ? egressOf(agent, view) : 'open';
    return { tool, host, place: placeOf(host, agent, view), egress, isListed: listed };
  });
  return { agent, tools };
}

/** An agent in its place, and what each agent of its project has at its disposal. */
export function inProject(agent: Agent, view: AgentView) {
  const others = view.children(projectOf(agent), 'agent').filter(({ id }) => id !== agent.id);
  const one = placed(agent, view);
  return { one, known: traitsOfAgents([one, ...others.map((other) => placed(other, view))]) };
}

/** Whether text of strangers comes in, through agents that it calls too. */
export function untrustedOf(agent: Agent, view: AgentView): Trait {
  const { known } = inProject(agent, view);
  return known.get(agent.name.toLowerCase())?.untrusted ?? 'open';
}
