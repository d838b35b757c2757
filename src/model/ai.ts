import type { Base, Identity, Network } from './base';

/** Microsoft.CognitiveServices/accounts (Azure OpenAI, AI Services, Foundry and the older single-service kinds). */
export interface AiAccount extends Base<'aiAccount'> {
  /** `kind` of the ARM body in Azure's casing: OpenAI, AIServices, CognitiveServices, ContentSafety ... */
  readonly accountKind: string;
  readonly sku: string;
  readonly identity: Identity;
  readonly network: Network;
  /** `disableLocalAuth`; absent = false. */
  readonly localAuthDisabled: boolean;
  readonly customSubDomainName: string;
  /** Host names of `endpoint` and `endpoints`, lower-case. */
  readonly hosts: readonly string[];
  /** Where Azure OpenAI answers, with a slash at its end; '' where the account states no such endpoint. */
  readonly openAiEndpoint: string;
  /** True only with `encryption.keyVaultProperties` present: `encryption: {}` proves nothing. */
  readonly customerManagedKey: boolean;
  /** `encryption` of the body: absent, there without a `keySource`, or there with one. */
  readonly encryption: 'absent' | 'unsourced' | 'sourced';
  readonly keyVaultUri?: string;
  /** Name of the customer-managed key; absent where Azure does not state it. */
  readonly keyName?: string;
  readonly keyVersionPinned: boolean;
  readonly restrictOutboundNetworkAccess: boolean;
  readonly allowedFqdnList: readonly string[];
  /** ARM ids of `userOwnedStorage`. */
  readonly userOwnedStorage: readonly string[];
  readonly networkInjections: readonly {
    readonly scenario: string;
    readonly subnetId: string;
    readonly managed: boolean;
  }[];
  /** `allowProjectManagement`; absent = false. A Foundry resource when true. */
  readonly allowProjectManagement: boolean;
  readonly storedCompletionsDisabled: boolean;
  readonly dynamicThrottlingEnabled: boolean;
  /** `capabilities` list of pairs, as a map. */
  readonly capabilities: Readonly<Record<string, string>>;
  readonly provisioningState: string;
  /** `properties.dateCreated`, else `systemData.createdAt`, ISO 8601; absent where Azure gives neither. */
  readonly createdAt?: string;
}

/** accounts/deployments. `raiPolicyName` is '' when absent. */
export interface Deployment extends Base<'deployment'> {
  readonly model: {
    readonly format: string;
    readonly name: string;
    readonly version: string;
    readonly publisher: string;
    readonly source: string;
    readonly sourceAccount: string;
  };
  readonly raiPolicyName: string;
  readonly versionUpgradeOption: string;
  readonly sku: string;
  readonly capacity: number | null;
  readonly capabilities: Readonly<Record<string, string>>;
  readonly dynamicThrottlingEnabled: boolean;
  readonly spilloverDeploymentName: string;
  readonly provisioningState: string;
  /** `systemData.createdAt`, ISO 8601; absent where Azure does not give it. */
  readonly createdAt?: string;
}

/**
 * One entry of `contentFilters`. `filter` and `source` are normalised for comparing: lower case, no blanks or underscores
 * (hate, sexual, violence, selfharm, jailbreak, indirectattack, protectedmaterialtext ...; prompt, completion, pretoolcall ...).
 * `level` is `severityThreshold`: Low is the strictest, High the weakest; '' for on/off filters.
 * `effect` settles `action` and `blocking`: off < annotate < retry, person < block; where both are given and disagree, the weaker.
 */
export interface ContentFilter {
  readonly filter: string;
  readonly source: string;
  readonly name: string;
  readonly level: '' | 'Low' | 'Medium' | 'High' | 'Unrecognised';
  readonly effect: 'off' | 'annotate' | 'retry' | 'person' | 'block';
}

/** accounts/raiPolicies. */
export interface Guardrail extends Base<'guardrail'> {
  readonly type: 'UserManaged' | 'SystemManaged' | 'Unrecognised';
  /** Default, Deferred, Blocking, Asynchronous_filter in Azure's casing; '' when absent. */
  readonly mode: string;
  readonly basePolicyName: string;
  readonly contentFilters: readonly ContentFilter[];
  readonly customBlocklists: readonly { readonly name: string; readonly source: string; readonly blocking: boolean }[];
}

export interface Blocklist extends Base<'blocklist'> {
  /** Number of items; null where they were not read. Patterns themselves are never kept. */
  readonly itemCount: number | null;
}

export interface Project extends Base<'project'> {
  readonly identity: Identity;
  readonly isDefault: boolean;
  /** `endpoints['AI Foundry API']`, where its agents answer; '' when absent. */
  readonly endpoint: string;
}

/**
 * accounts/connections, accounts/projects/connections and workspaces/connections. Credentials never enter the model.
 * `owner` says which of the three it is; `targetHost` is the host of `target`, lower-case, '' when there is none.
 */
export interface Connection extends Base<'connection'> {
  readonly owner: 'account' | 'project' | 'workspace';
  readonly category: string;
  readonly authType: string;
  readonly targetHost: string;
  readonly targetScheme: string;
  /** `metadata.ResourceId`, lower-cased; '' when absent. */
  readonly targetResourceId: string;
  readonly isSharedToAll: boolean;
  readonly expiryTime: string;
}

export interface CapabilityHost extends Base<'capabilityHost'> {
  readonly capabilityHostKind: string;
  readonly threadStorageConnections: readonly string[];
  readonly storageConnections: readonly string[];
  readonly vectorStoreConnections: readonly string[];
  readonly aiServicesConnections: readonly string[];
  readonly customerSubnet: string;
  readonly enablePublicHostingEnvironment: boolean;
}

/** accounts/defenderForAISettings. */
export interface DefenderForAiSetting extends Base<'defenderForAiSetting'> {
  readonly state: 'Enabled' | 'Disabled' | 'Unrecognised';
}

/** accounts/networkSecurityPerimeterConfigurations (and those of Search, Storage, Key Vault): Enforced blocks, Learning and Audit do not. */
export interface PerimeterAssociation extends Base<'perimeterAssociation'> {
  readonly accessMode: string;
}

/**
 * The catalogue's entry of a deployed model, from `locations/{l}/models`; `parentId` is the deployment. Dates are ISO 8601, '' where the
 * catalogue gives none: that is not "never". `deprecationStatus` is Planned, Tentative or ''.
 */
export interface ModelCatalogueEntry extends Base<'modelCatalogueEntry'> {
  readonly format: string;
  readonly modelName: string;
  readonly version: string;
  /** Preview, GenerallyAvailable, Stable, Legacy, Deprecating, Deprecated; an open list, '' when absent. */
  readonly lifecycleStatus: string;
  readonly isDefaultVersion: boolean;
  /** `deprecation.inference`: from then on the model answers no more. */
  readonly retiresAt: string;
  readonly deprecationStatus: string;
  /** `deprecationDate` of each SKU that has one. */
  readonly skuRetirements: readonly { readonly sku: string; readonly retiresAt: string }[];
  /** `replacementConfig` as "name version"; '' when there is none. */
  readonly replacement: string;
  /** From when Microsoft itself moves deployments to the replacement, ISO 8601; '' when not stated. */
  readonly autoUpgradeStartDate: string;
  /** Days before the retirement at which it moves those that upgrade on expiry; 0 when not stated. */
  readonly upgradeLeadDays: number;
}

/** accounts/managedNetworks: where agents of a Foundry account may call out to. `isolationMode` is '' when absent. */
export interface ManagedNetwork extends Base<'managedNetwork'> {
  readonly isolationMode: string;
}

/** accounts/projects/applications: an agent that is published under an address of its own. */
export interface AgentApplication extends Base<'agentApplication'> {
  /** Absent = true: Azure documents no default. */
  readonly isEnabled: boolean;
  /** `authorizationPolicy.type`: Default (roles), OrganizationScope, Channels; '' when absent. */
  readonly authorizationType: string;
  /** Object ids of `defaultInstanceIdentity` and `agentIdentityBlueprint`. */
  readonly principalIds: readonly string[];
  readonly agentCount: number;
}

/** raiExternalSafetyProviders of a subscription: a webhook that is sent every prompt of the guardrails that name it. */
export interface RaiExternalSafetyProvider extends Base<'raiExternalSafetyProvider'> {
  readonly urlHost: string;
  readonly urlScheme: string;
  readonly hasSecret: boolean;
  readonly hasKeyVault: boolean;
  readonly hasManagedIdentity: boolean;
}

export interface AiKinds {
  readonly managedNetwork: ManagedNetwork;
  readonly agentApplication: AgentApplication;
  readonly raiExternalSafetyProvider: RaiExternalSafetyProvider;
  readonly modelCatalogueEntry: ModelCatalogueEntry;
  readonly aiAccount: AiAccount;
  readonly deployment: Deployment;
  readonly guardrail: Guardrail;
  readonly blocklist: Blocklist;
  readonly project: Project;
  readonly connection: Connection;
  readonly capabilityHost: CapabilityHost;
  readonly defenderForAiSetting: DefenderForAiSetting;
  readonly perimeterAssociation: PerimeterAssociation;
}
