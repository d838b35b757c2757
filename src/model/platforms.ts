import type { Base, Identity, Network } from './base';

type Connections = Network['privateEndpointConnections'];

export interface DatabricksWorkspace extends Base<'databricksWorkspace'> {
  readonly sku: string;
  /** `computeMode`: Hybrid or Serverless; absent = Hybrid, the mode that runs clusters in the customer's subscription. */
  readonly computeMode: string;
  /** Absent = Enabled. */
  readonly publicNetworkAccess: Network['publicNetworkAccess'];
  readonly privateEndpointConnections: Connections;
  /** `parameters.enableNoPublicIp.value`; absent = false. */
  readonly noPublicIp: boolean;
  /** `parameters.customVirtualNetworkId.value`; '' where Databricks made the network. */
  readonly customVirtualNetworkId: string;
  readonly infrastructureEncryption: boolean;
  /** `keySource` of notebooks (managed services), disks and the DBFS root; absent = Default, Microsoft's keys. */
  readonly managedServicesKeySource: string;
  readonly managedDiskKeySource: string;
  readonly dbfsKeySource: string;
}

export interface ApimService extends Base<'apimService'> {
  readonly sku: string;
  readonly identity: Identity;
  /** Of the configuration endpoints; absent = Enabled. */
  readonly publicNetworkAccess: Network['publicNetworkAccess'];
  /** None, External or Internal; absent = None. */
  readonly virtualNetworkType: string;
  readonly privateEndpointConnections: Connections;
}

/** Where a gateway sends calls: a literal host, '' where an expression chooses it. */
export interface ApimApi extends Base<'apimApi'> {
  /** http, soap, websocket, graphql, odata, grpc, mcp, a2a: in lower case; absent = http. */
  readonly apiType: string;
  readonly path: string;
  /** In lower case; empty where Azure does not state them. */
  readonly protocols: readonly string[];
  readonly subscriptionRequired: boolean;
  readonly serviceHost: string;
  readonly serviceScheme: string;
  /** Names of backends that the API itself names, in lower case: MCP servers do. */
  readonly backendNames: readonly string[];
}

/** Whether every call meets an element of a policy, some calls (below `choose`), or none. */
export type Presence = 'always' | 'sometimes' | 'never';

/** Elements of a policy by what they do. */
export interface PolicyFacts {
  /** `llm-token-limit`, `azure-openai-token-limit`. */
  readonly tokenLimit: Presence;
  /** `llm-content-safety`. */
  readonly contentSafety: Presence;
  /** `authentication-managed-identity`. */
  readonly managedIdentityAuth: Presence;
  /** `authentication-basic`, `authentication-certificate`. */
  readonly otherAuth: Presence;
  /** `validate-jwt`, `validate-azure-ad-token`, `validate-client-certificate`. */
  readonly callerValidation: Presence;
  /** Any `llm-*` or `azure-openai-*` element. */
  readonly modelPolicy: Presence;
}

/** What a policy or a fragment holds of interest: the sections `inbound` and `backend`. Never a value of a header. */
interface Policed {
  readonly facts: PolicyFacts;
  /** Names of headers that it sets and that carry credentials, in lower case. */
  readonly credentialHeaders: readonly string[];
  /** Literal `backend-id` and hosts of `base-url`, in lower case. */
  readonly backendNames: readonly string[];
  readonly backendHosts: readonly string[];
}

/** The policy of a whole service or of one API: `<parent>/policies/policy`. */
export interface ApimPolicy extends Base<'apimPolicy'>, Policed {
  /** `<base />` stands in `inbound`: the policies of the wider scopes hold too. */
  readonly inherits: boolean;
  readonly fragments: readonly { readonly name: string; readonly presence: Presence }[];
}

export interface ApimPolicyFragment extends Base<'apimPolicyFragment'>, Policed {}

export interface ApimBackend extends Base<'apimBackend'> {
  readonly host: string;
  readonly scheme: string;
  /** Absent = true. */
  readonly validateCertificateChain: boolean;
  readonly validateCertificateName: boolean;
  /** Kinds of credentials that `credentials` holds; never the credentials. */
  readonly credentials: readonly ('managedIdentity' | 'certificate' | 'authorization' | 'header' | 'query')[];
  /** Names of the backends of a pool, in lower case. */
  readonly members: readonly string[];
}

export interface ApimNamedValue extends Base<'apimNamedValue'> {
  readonly secret: boolean;
  readonly inKeyVault: boolean;
}

export interface ApimSubscription extends Base<'apimSubscription'> {
  /** `scope` below the service: `/apis` for all APIs, `/products/x`, `/apis/x`, '' for the built-in one of the whole service. */
  readonly scope: string;
  /** active, suspended, submitted, rejected, cancelled, expired, in lower case; '' when absent. */
  readonly state: string;
}

export interface PlatformKinds {
  readonly databricksWorkspace: DatabricksWorkspace;
  readonly apimService: ApimService;
  readonly apimApi: ApimApi;
  readonly apimPolicy: ApimPolicy;
  readonly apimPolicyFragment: ApimPolicyFragment;
  readonly apimBackend: ApimBackend;
  readonly apimNamedValue: ApimNamedValue;
  readonly apimSubscription: ApimSubscription;
}
