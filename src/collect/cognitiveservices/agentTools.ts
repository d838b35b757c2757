import type { AgentTool } from '../../model/agents';
import { at, isBody, isTrue, list, oneOf, part, parts, text, texts, withoutSecret } from '../body';
import type { Body } from '../collector';
import { hostAt, plainUrl, schemeAt } from '../url';
import { openApiTarget } from './openApi';
import { givesOrders } from './orders';

const raw = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Where each type holds its own settings, if not at its top. */
const settings = (tool: Body): Body => part(tool, text(tool, 'type'));

/** All values below any name that ends in `connection_id`; the description of an API is not looked through. */
function connectionIds(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(connectionIds);
  if (!isBody(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name.endsWith('connection_id')) return typeof inner === 'string' ? [inner] : [];
    return ['spec', 'parameters', 'schema'].includes(name) ? [] : connectionIds(inner);
  });
}

const lastPart = (id: string): string =>
  withoutSecret(id).trim().replace(/\/+$/, '').split('/').at(-1)?.toLowerCase() ?? '';

function connectionNames(tool: Body): readonly string[] {
  return [...new Set(connectionIds(tool).map(lastPart))].filter(Boolean).sort();
}

const addressOf = (tool: Body): Body => ({
  url:
    at(tool, 'server_url') ??
    at(tool, 'base_url') ??
    at(tool, 'azure_function', 'input_binding', 'storage_queue', 'queue_service_endpoint') ??
    '',
});

/** An input of the caller in double braces within what decides where a call goes. */
const isBound = (tool: Body): boolean =>
  ['server_url', 'base_url', 'headers', 'authorization', 'vector_store_ids', 'connector_id'].some((name) =>
    JSON.stringify(at(tool, name) ?? '').includes('{{'),
  );

const approvable = new Set(['mcp', 'fabric_iq_preview']);

/** `require_approval` in its object form: which tools wait (`always`) and which do not (`never`). */
function approvalOfLists(approval: Body): AgentTool['approval'] {
  if (list(approval, 'never', 'tool_names').length > 0) return 'someFree';
  const readsFree = isTrue(approval, 'never', 'read_only');
  return readsFree && at(approval, 'always', 'read_only') === false ? 'readOnlyFree' : 'open';
}

function approvalOf(tool: Body, type: string): AgentTool['approval'] {
  const approval = at(tool, 'require_approval');
  if (!approvable.has(type)) return '';
  if (approval === undefined || approval === 'always') return 'always';
  if (approval === 'never') return 'never';
  return isBody(approval) ? approvalOfLists(approval) : 'open';
}

function allowedOf(tool: Body, type: string): Pick<AgentTool, 'allowedTools' | 'allowedToolNames'> {
  if (type !== 'mcp') return { allowedTools: '', allowedToolNames: [] };
  const given = at(tool, 'allowed_tools');
  const names = Array.isArray(given) ? texts(tool, 'allowed_tools') : texts(tool, 'allowed_tools', 'tool_names');
  if (names.length > 0) return { allowedTools: 'listed', allowedToolNames: [...names].sort() };
  return { allowedTools: isTrue(tool, 'allowed_tools', 'read_only') ? 'readOnly' : 'all', allowedToolNames: [] };
}

const openApiSignIns = {
  anonymous: 'anonymous',
  project_connection: 'connection',
  managed_identity: 'identity',
} as const;
const callsHost = new Set(['mcp', 'a2a_preview', 'fabric_iq_preview']);

function signInOf(tool: Body, type: string): AgentTool['signIn'] {
  if (type === 'openapi') {
    const auth = text(tool, 'openapi', 'auth', 'type') as keyof typeof openApiSignIns;
    return Object.hasOwn(openApiSignIns, auth) ? openApiSignIns[auth] : '';
  }
  if (!callsHost.has(type)) return '';
  if (connectionIds(tool).length > 0) return 'connection';
  return at(tool, 'authorization') || Object.keys(part(tool, 'headers')).length > 0 ? 'literal' : 'anonymous';
}

const sandboxed: Readonly<Record<string, string>> = { code_interpreter: 'container', shell: 'environment' };

/** The network of a container that is made for the tool; one made elsewhere is known by its id alone. */
function networkOf(container: Body): AgentTool['sandbox'] {
  if (at(container, 'type') === 'local') return 'local';
  if (at(container, 'container_id') !== undefined) return 'open';
  if (at(container, 'network_policy') === undefined) return 'default';
  const policy = oneOf(['disabled', 'allowlist'], 'Unrecognised', container, 'network_policy', 'type');
  return policy === 'Unrecognised' ? 'open' : policy;
}

function sandboxOf(tool: Body, type: string): Pick<AgentTool, 'sandbox' | 'domains' | 'files'> {
  const place = sandboxed[type];
  if (place === undefined) return { sandbox: '', domains: texts(tool, 'filters', 'allowed_domains'), files: 'no' };
  const container = part(tool, place);
  const sandbox = typeof at(tool, place) === 'string' ? 'open' : networkOf(container);
  const files = list(container, 'file_ids').length > 0 ? 'yes' : 'no';
  const domains = texts(container, 'network_policy', 'allowed_domains');
  return { sandbox, domains, files: sandbox === 'open' ? 'open' : files };
}

/** Of a connected agent, or of the address at which Foundry serves an agent to others. */
function agentNameOf(tool: Body, type: string): string {
  if (type === 'connected_agent') return text(settings(tool), 'id').toLowerCase();
  if (type !== 'a2a_preview') return '';
  const address = plainUrl(raw(at(tool, 'base_url')));
  return /\/api\/projects\/[^/]+\/agents\/([^/]+)/i.exec(address)?.[1]?.toLowerCase() ?? '';
}

const descriptionOf = (tool: Body): string =>
  [at(tool, 'server_description'), at(tool, 'description'), at(settings(tool), 'description')]
    .map(raw)
    .join(' ')
    .trim();

/** One tool as facts: no description, header, schema or address beyond its host stays. */
function toAgentTool(tool: Body): AgentTool {
  const type = text(tool, 'type');
  const address = type === 'openapi' ? openApiTarget(at(tool, 'openapi', 'spec')) : addressOf(tool);
  const description = descriptionOf(tool);
  const names = [text(tool, 'server_label'), ...allowedOf(tool, type).allowedToolNames].join(' ');
  return {
    type,
    name: [type, text(tool, 'server_label') || text(tool, 'name') || text(settings(tool), 'name')].join(' ').trim(),
    host: hostAt(address, 'url'),
    scheme: schemeAt(address, 'url'),
    targetFixed: !isBound(tool),
    connectionNames: connectionNames(tool),
    signIn: signInOf(tool, type),
    approval: approvalOf(tool, type),
    ...allowedOf(tool, type),
    connector: text(tool, 'connector_id'),
    methods: type === 'openapi' ? openApiTarget(at(tool, 'openapi', 'spec')).methods : '',
    ...sandboxOf(tool, type),
    agentName: agentNameOf(tool, type),
    hasDescription: description !== '',
    givesOrders: givesOrders(`${description} ${names}`),
  };
}

const flat = (tools: readonly Body[]): readonly AgentTool[] =>
  tools.flatMap((tool) => (at(tool, 'type') === 'namespace' ? flat(parts(tool, 'tools')) : [toAgentTool(tool)]));

/** All tools of a definition, each with a name of its own; a namespace counts by the tools inside it. */
export function toAgentTools(tools: readonly Body[]): readonly AgentTool[] {
  const seen = new Map<string, number>();
  return flat(tools).map((tool) => {
    const count = (seen.get(tool.name) ?? 0) + 1;
    seen.set(tool.name, count);
    return count === 1 ? tool : { ...tool, name: `${tool.name} ${count}` };
  });
}
