import type { Body } from '../../src/collect/collector';
import type { Status } from './table';

/** Tools in the shapes of the Foundry project API v1 (types of @azure/ai-projects 2.2.0). */
export const tool = {
  sharePoint: {
    type: 'sharepoint_grounding_preview',
    sharepoint_grounding_preview: { project_connections: [{ project_connection_id: 'hr-site' }] },
  },
  fabric: {
    type: 'fabric_dataagent_preview',
    fabric_dataagent_preview: { project_connections: [{ project_connection_id: 'lakehouse' }] },
  },
  workIq: { type: 'work_iq_preview', project_connection_id: 'work-iq' },
  fabricIq: { type: 'fabric_iq_preview', project_connection_id: 'fabric-iq', require_approval: 'always' },
  files: { type: 'file_search', vector_store_ids: ['vs_1'] },
  search: {
    type: 'azure_ai_search',
    azure_ai_search: { indexes: [{ project_connection_id: 'policies', index_name: 'policies', query_type: 'simple' }] },
  },
  memory: { type: 'memory_search_preview', memory_store_name: 'team', scope: 'everyone' },
  bing: { type: 'bing_grounding', bing_grounding: { search_configurations: [{ project_connection_id: 'bing' }] } },
  customBing: {
    type: 'bing_custom_search_preview',
    bing_custom_search_preview: { search_configurations: [{ project_connection_id: 'bing', instance_name: 'ours' }] },
  },
  web: { type: 'web_search' },
  webToday: { type: 'web_search_preview_2025_03_11' },
  ownWeb: { type: 'web_search', filters: { allowed_domains: ['help.contoso.example'] } },
  browser: {
    type: 'browser_automation_preview',
    browser_automation_preview: { connection: { project_connection_id: 'playwright' } },
  },
  computer: { type: 'computer_use_preview', environment: 'browser', display_width: 1024, display_height: 768 },
  code: { type: 'code_interpreter', container: { type: 'auto', file_ids: [] } },
  codeShut: { type: 'code_interpreter', container: { type: 'auto', network_policy: { type: 'disabled' } } },
  codeWithFiles: {
    type: 'code_interpreter',
    container: { type: 'auto', file_ids: ['f1'], network_policy: { type: 'disabled' } },
  },
  codeOut: {
    type: 'code_interpreter',
    container: { type: 'auto', network_policy: { type: 'allowlist', allowed_domains: ['paste.example'] } },
  },
  shell: { type: 'local_shell' },
  queue: {
    type: 'azure_function',
    azure_function: {
      function: { name: 'order', parameters: {} },
      input_binding: {
        type: 'storage_queue',
        storage_queue: { queue_service_endpoint: 'https://stfjell.queue.core.windows.net', queue_name: 'in' },
      },
      output_binding: {
        type: 'storage_queue',
        storage_queue: { queue_service_endpoint: 'https://stfjell.queue.core.windows.net', queue_name: 'out' },
      },
    },
  },
  functionOfApp: { type: 'function', name: 'book', parameters: {}, strict: true },
  picture: { type: 'image_generation' },
  capture: { type: 'capture_structured_outputs', outputs: { name: 'o', description: 'd', schema: {}, strict: true } },
  tomorrow: { type: 'quantum_search_2027' },
  a2a: { type: 'a2a_preview', base_url: 'https://agent.partner.example', description: 'Books freight.' },
} as const satisfies Readonly<Record<string, Body>>;

const openapi = (url: string, verbs: readonly string[], auth: Body): Body => ({
  type: 'openapi',
  openapi: {
    name: 'orders',
    spec: {
      openapi: '3.0.0',
      servers: [{ url }],
      paths: { '/orders': Object.fromEntries(verbs.map((verb) => [verb, { operationId: verb }])) },
    },
    auth,
  },
});
const anonymous = { type: 'anonymous' };
const managed = { type: 'managed_identity', security_scheme: { audience: 'https://orders.contoso.example' } };
export const api = {
  ownRead: openapi('https://orders.internal/v1', ['get'], managed),
  ownWrite: openapi('https://orders.internal/v1', ['get', 'post'], managed),
  weather: openapi('https://api.weather.example/v1', ['get'], anonymous),
  crm: openapi('https://crm.saas.example/v1', ['get', 'patch'], managed),
  unreadable: {
    type: 'openapi',
    openapi: { name: 'x', spec: 'https://orders.internal/openapi.json', auth: anonymous },
  },
};

export const mcp = (more: Body): Body => ({
  type: 'mcp',
  server_label: 'tools',
  server_url: 'https://mcp.tickets.example/sse',
  require_approval: 'never',
  ...more,
});
const own = 'https://mcp.internal/sse';
const readOnly = { allowed_tools: { read_only: true } };

/** A set of tools and what a person said of it after the table of tool types: has the agent all three? */
export interface ToolSet {
  readonly name: string;
  readonly tools: readonly Body[];
  readonly label: Status;
}

const set = (name: string, label: Status, ...tools: readonly Body[]): ToolSet => ({ name, tools, label });

/** Labelled by hand from the table before the code was run. */
export const toolSets: readonly ToolSet[] = [
  set('no tools', 'pass'),
  set('documents alone', 'pass', tool.sharePoint),
  set('web alone', 'pass', tool.bing),
  set('picture and capture', 'pass', tool.picture, tool.capture),
  set('files and a picture', 'pass', tool.files, tool.picture),
  set('documents of two makers', 'pass', tool.sharePoint, tool.fabric),
  set('index and code without a network', 'pass', tool.search, tool.codeShut),
  set('documents and code without a network', 'pass', tool.workIq, tool.codeShut),
  set('documents, own pages and code without a network', 'pass', tool.sharePoint, tool.ownWeb, tool.codeShut),
  set('web and a foreign weather service', 'pass', tool.web, api.weather),
  set('foreign weather service alone', 'pass', api.weather),
  set('own reading service and web held to own pages', 'pass', api.ownRead, tool.ownWeb),
  set('own writing service', 'pass', api.ownWrite),
  set('own writing service and files', 'unknown', api.ownWrite, tool.files),
  set('MCP without sign-in alone', 'pass', mcp({})),
  set('code with files and no network', 'pass', tool.codeWithFiles),
  set('own MCP that only reads, with documents', 'pass', mcp({ server_url: own, ...readOnly }), tool.sharePoint),
  set('function and documents of the app', 'unknown', tool.functionOfApp, tool.sharePoint),
  set('function alone', 'pass', tool.functionOfApp),
  set('documents, web and MCP of others', 'fail', tool.sharePoint, tool.bing, mcp({})),
  set('files and MCP of others with approval', 'fail', tool.files, mcp({ require_approval: 'always' })),
  set('files and MCP of others', 'fail', tool.files, mcp({})),
  set('index and MCP of others', 'fail', tool.search, mcp({})),
  set('memory alone', 'fail', tool.memory),
  set('documents and a browser', 'fail', tool.sharePoint, tool.browser),
  set('index and a computer', 'fail', tool.search, tool.computer),
  set('documents and a shell', 'fail', tool.fabric, tool.shell),
  set('shell and web', 'fail', tool.shell, tool.web),
  set('documents and an agent of a partner', 'fail', tool.workIq, tool.a2a),
  set('documents and a writing service of others', 'fail', tool.sharePoint, api.crm),
  set('service of others with a sign-in', 'fail', api.crm),
  set('documents and own writing service', 'fail', tool.sharePoint, api.ownWrite),
  set('web and own writing service', 'fail', tool.bing, api.ownWrite),
  set('documents and a weather service of others', 'fail', tool.fabricIq, api.weather),
  set('documents and code with an open list', 'fail', tool.sharePoint, tool.codeOut),
  set('mailbox of a user', 'fail', mcp({ server_url: undefined, connector_id: 'connector_gmail' })),
  set(
    'mailbox that is only read',
    'pass',
    mcp({ server_url: undefined, connector_id: 'connector_gmail', ...readOnly }),
  ),
  set('documents and MCP at an address of the caller', 'fail', tool.sharePoint, mcp({ server_url: '{{server}}' })),
  set('documents and web', 'unknown', tool.sharePoint, tool.bing),
  set('documents and web of a later day', 'unknown', tool.sharePoint, tool.webToday),
  set('index and custom search', 'unknown', tool.search, tool.customBing),
  set('documents and code, network not stated', 'unknown', tool.sharePoint, tool.code),
  set('documents and a queue', 'unknown', tool.sharePoint, tool.queue),
  set('documents and an API that cannot be read', 'unknown', tool.sharePoint, api.unreadable),
  set('documents and own MCP', 'unknown', tool.sharePoint, mcp({ server_url: own })),
  set('a type that nobody knows', 'unknown', tool.tomorrow),
  set('documents and a type that nobody knows', 'unknown', tool.sharePoint, tool.tomorrow),
  set(
    'MCP on a domain that all customers share',
    'unknown',
    tool.sharePoint,
    mcp({ server_url: 'https://x.azurecontainerapps.io' }),
  ),
];
