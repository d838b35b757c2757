import type { ArmBody } from '../tenant';
import type { Overrides, Place } from './body';
import { childOf, guid, merged, privateEndpointConnection, systemData, tenantId, topId } from './body';
import { intend } from './intent';

const type = 'Microsoft.ApiManagement/service';

export interface GatewayOptions {
  readonly identity?: boolean;
  /** Keeps the public network of its configuration endpoints on. */
  readonly open?: boolean;
}

/** Microsoft.ApiManagement/service; safe unless told otherwise. */
export function apimService(place: Place, name: string, options: GatewayOptions = {}, over?: Overrides): ArmBody {
  const { identity = true, open = false } = options;
  const id = topId(place, type, name);
  const body = {
    id,
    name,
    type,
    location: place.location ?? 'West Europe',
    sku: { name: 'StandardV2', capacity: 1 },
    tags: {},
    identity: identity ? { type: 'SystemAssigned', principalId: guid(`${id}:system`), tenantId } : null,
    systemData: systemData(id),
    properties: {
      publisherEmail: 'platform@haldenlogistics.example',
      publisherName: 'Halden Logistics',
      gatewayUrl: `https://${name}.azure-api.net`,
      hostnameConfigurations: [{ type: 'Proxy', hostName: `${name}.azure-api.net`, defaultSslBinding: true }],
      customProperties: null,
      publicNetworkAccess: open ? 'Enabled' : 'Disabled',
      virtualNetworkType: 'None',
      privateEndpointConnections: open ? [] : [privateEndpointConnection({ id, type }, 'Gateway')],
      provisioningState: 'Succeeded',
    },
  };
  return intend(merged(body, over), { kind: 'apimService', identity });
}

export interface ApiOptions {
  readonly apiType?: 'http' | 'mcp';
  /** Where the model is; an MCP server names a backend instead. */
  readonly serviceUrl?: string;
  /** Who signs in at the model: the identity of the gateway, or a key from a named value. */
  readonly auth?: 'identity' | 'key';
  readonly tokenLimit?: boolean;
  readonly subscriptionRequired?: boolean;
}

const limit =
  '<llm-token-limit counter-key="@(context.Subscription?.Id ?? context.Request.IpAddress)" tokens-per-minute="5000" estimate-prompt-tokens="@(((string)context.Variables["size"]) == ")")" />';
const signIn = {
  identity: '<authentication-managed-identity resource="https://cognitiveservices.azure.com" />',
  key: '<set-header name="api-key" exists-action="override"><value>{{model-key}}</value></set-header>',
} as const;

function policyOf(parent: ArmBody, inner: string): ArmBody {
  const value = `<policies>\r\n\t<inbound>\r\n\t\t<base />${inner}\r\n\t</inbound>\r\n\t<backend><base /></backend>\r\n\t<outbound><base /></outbound>\r\n\t<on-error><base /></on-error>\r\n</policies>`;
  return { ...childOf(parent, 'policies', 'policy'), properties: { format: 'rawxml', value } };
}

const safeApi = {
  apiType: 'http',
  serviceUrl: null,
  auth: 'identity',
  tokenLimit: true,
  subscriptionRequired: true,
} as const;

type Wanted = Required<Omit<ApiOptions, 'serviceUrl'>>;

/** An MCP server needs neither a limit nor an identity: its policy is empty. */
const stepsOf = ({ apiType, auth, tokenLimit }: Wanted): string =>
  apiType === 'mcp'
    ? ''
    : `${signIn[auth]}${tokenLimit ? limit : ''}<llm-content-safety backend-id="content-safety" />`;

/** An API and its policy, as the portal's import of a model writes them; safe unless told otherwise. */
export function apimApi(service: ArmBody, name: string, options: ApiOptions = {}): [ArmBody, ArmBody] {
  const { serviceUrl, ...wanted } = { ...safeApi, ...options };
  const api = {
    ...childOf(service, 'apis', name),
    properties: {
      displayName: name,
      apiRevision: '1',
      isCurrent: true,
      description: null,
      path: name,
      protocols: ['https'],
      ...(wanted.apiType === 'http' ? {} : { type: wanted.apiType }),
      serviceUrl,
      subscriptionRequired: wanted.subscriptionRequired,
      subscriptionKeyParameterNames: { header: 'api-key', query: 'subscription-key' },
    },
  };
  return [intend(api, { kind: 'apimApi', ...wanted }), policyOf(api, stepsOf(wanted))];
}

/** What every service has: its own policy, the built-in subscription, a backend and a named value in a vault. */
export function apimParts(service: ArmBody, backendUrl: string, keyInVault = true): ArmBody[] {
  const value = { displayName: 'model-key', secret: true, tags: [] };
  const secretIdentifier = 'https://kv-gateway.vault.azure.net/secrets/model-key';
  const named = {
    ...childOf(service, 'namedValues', 'model-key'),
    properties: {
      ...value,
      ...(keyInVault ? { keyVault: { secretIdentifier, lastStatus: { code: 'Success' } } } : {}),
    },
  };
  return [
    policyOf(service, ''),
    {
      ...childOf(service, 'subscriptions', 'master'),
      properties: { displayName: 'Built-in all-access subscription', scope: `${service.id}/`, state: 'active' },
    },
    {
      ...childOf(service, 'backends', 'model'),
      properties: {
        url: backendUrl,
        protocol: 'http',
        credentials: { managedIdentity: { resource: 'https://cognitiveservices.azure.com' } },
        tls: { validateCertificateChain: true, validateCertificateName: true },
      },
    },
    intend(named, { kind: 'apimNamedValue', inVault: keyInVault }),
  ];
}
