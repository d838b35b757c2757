import type { ArmBody } from '../tenant';
import type { Overrides, Place } from './body';
import type { AccountNetwork, Logs, Switch } from './intent';
import {
  childOf,
  guid,
  identityOf,
  mark,
  merged,
  privateEndpointConnection,
  systemData,
  tenantId,
  topId,
} from './body';
import { intend } from './intent';

export interface AccountOptions {
  readonly kind?: string;
  readonly localAuth?: Switch;
  readonly network?: AccountNetwork;
  /** `allowProjectManagement`: a Foundry resource. */
  readonly projects?: boolean;
  /** What the diagnostic settings beside it cover; the settings themselves are built by `diagnosticSettingsOf`. */
  readonly logs?: Logs;
  /** ARM id of a storage account in `userOwnedStorage`. */
  readonly storageId?: string;
  /** ARM id and URI of a vault that holds the account's key. */
  readonly vault?: { readonly id: string; readonly uri: string };
  readonly tags?: Readonly<Record<string, string>>;
}

const accountType = 'Microsoft.CognitiveServices/accounts';

const acls = (defaultAction: string, ...ranges: string[]): Overrides => ({
  defaultAction,
  virtualNetworkRules: [],
  ipRules: ranges.map((value) => ({ value })),
});

/** Network properties of an account for each choice. `absent` leaves both out, which Azure documents as open. */
export function accountNetwork(choice: AccountNetwork): Record<string, unknown> {
  const choices: Record<AccountNetwork, Record<string, unknown>> = {
    disabled: { publicNetworkAccess: 'Disabled', networkAcls: acls('Deny') },
    denied: { publicNetworkAccess: 'Enabled', networkAcls: acls('Deny', '203.0.113.0/24') },
    deniedBroad: { publicNetworkAccess: 'Enabled', networkAcls: acls('Deny', '203.0.113.9', '0.0.0.0/1') },
    deniedBroadUnion: { publicNetworkAccess: 'Enabled', networkAcls: acls('Deny', '54.0.0.0/9', '54.128.0.0/9') },
    open: { publicNetworkAccess: 'Enabled', networkAcls: acls('Allow') },
    absent: { publicNetworkAccess: undefined, networkAcls: undefined },
    perimeterEnforced: { publicNetworkAccess: 'SecuredByPerimeter', networkAcls: acls('Allow') },
    perimeterLearning: { publicNetworkAccess: 'SecuredByPerimeter', networkAcls: acls('Allow') },
  };
  return choices[choice];
}

/** `disableLocalAuth` for a switch of local auth. */
export const localAuthProperty = (localAuth: Switch): boolean | undefined =>
  localAuth === 'absent' ? undefined : localAuth === 'off';

function accountProperties(id: string, name: string, kind: string): Record<string, unknown> {
  const host = kind === 'OpenAI' ? 'openai.azure.com' : 'cognitiveservices.azure.com';
  return {
    endpoint: `https://${name}.${host}/`,
    provisioningState: 'Succeeded',
    internalId: String(mark(id)).padStart(32, '0'),
    dateCreated: '2026-02-11T09:41:25.0021537Z',
    capabilities: [
      { name: 'VirtualNetworks' },
      { name: 'CustomerManagedKey' },
      { name: 'MaxFineTuneCount', value: '500' },
    ],
    isMigrated: false,
    customSubDomainName: name,
    callRateLimit: { rules: [] },
    encryption: { keySource: 'Microsoft.CognitiveServices' },
    endpoints: {
      'OpenAI Language Model Instance API': `https://${name}.openai.azure.com/`,
      'Content Safety': `https://${name}.cognitiveservices.azure.com/`,
    },
    restrictOutboundNetworkAccess: true,
    allowedFqdnList: [`${name}.blob.core.windows.net`],
    apiProperties: mark(id) % 4 === 0 ? null : {},
  };
}

function accountReferences(options: AccountOptions): Record<string, unknown> {
  const { storageId, vault } = options;
  return {
    ...(storageId ? { userOwnedStorage: [{ resourceId: storageId }] } : {}),
    ...(vault
      ? {
          encryption: {
            keySource: 'Microsoft.KeyVault',
            keyVaultProperties: { keyName: 'ai-cmk', keyVersion: '', keyVaultUri: vault.uri },
          },
        }
      : {}),
  };
}

const safeAccount = {
  kind: 'OpenAI',
  localAuth: 'off',
  network: 'disabled',
  projects: false,
  logs: 'allLogs',
  tags: { owner: 'ai-platform' },
} as const satisfies AccountOptions;

type SettledAccount = AccountOptions & Required<Pick<AccountOptions, keyof typeof safeAccount>>;

function accountChoices(id: string, options: SettledAccount): Record<string, unknown> {
  const { network, localAuth, projects } = options;
  const endpoints = network === 'disabled' ? [privateEndpointConnection({ id, type: accountType }, 'account')] : [];
  return {
    ...accountNetwork(network),
    privateEndpointConnections: endpoints,
    disableLocalAuth: localAuthProperty(localAuth),
    ...(projects ? { allowProjectManagement: true, defaultProject: 'main', associatedProjects: ['main'] } : {}),
    ...accountReferences(options),
  };
}

/** Microsoft.CognitiveServices/accounts; safe unless told otherwise. */
export function aiAccount(place: Place, name: string, options: AccountOptions = {}, over?: Overrides): ArmBody {
  const settled: SettledAccount = { ...safeAccount, ...options };
  const { kind, localAuth, network, projects, logs, storageId, vault } = settled;
  const id = topId(place, accountType, name);
  const body = merged(
    {
      id,
      name,
      type: accountType,
      etag: `"${mark(id).toString(16)}-0000-0100-0000"`,
      location: place.location ?? 'westeurope',
      kind,
      sku: { name: 'S0' },
      tags: { ...settled.tags },
      identity: identityOf(id, tenantId),
      systemData: systemData(id),
      properties: accountProperties(id, name, kind),
    },
    { properties: accountChoices(id, settled) },
  );
  const uses = [storageId, vault?.id].filter((used): used is string => used !== undefined);
  return intend(merged(body, over), { kind: 'aiAccount', localAuth, network, projects, logs, uses });
}

/** networkSecurityPerimeterConfigurations of an account (or of Search, Storage, Key Vault): what its perimeter really does. */
export function perimeterConfiguration(
  account: ArmBody,
  accessMode: 'Enforced' | 'Learning' | 'Audit' = 'Enforced',
): ArmBody {
  const name = `${String(mark(account.id)).padStart(12, '0')}.assoc-ai`;
  const perimeter = `${account.id.split('/providers/')[0] ?? ''}/providers/Microsoft.Network/networkSecurityPerimeters/nsp-ai`;
  return {
    ...childOf(account, 'networkSecurityPerimeterConfigurations', name),
    properties: {
      provisioningState: 'Succeeded',
      provisioningIssues: [],
      networkSecurityPerimeter: { id: perimeter, perimeterGuid: String(mark(perimeter)), location: 'westeurope' },
      resourceAssociation: { name: 'assoc-ai', accessMode },
      profile: {
        name: 'ai',
        accessRulesVersion: 1,
        accessRules: [],
        diagnosticSettingsVersion: 1,
        enabledLogCategories: [],
      },
    },
  };
}

/** accounts/defenderForAISettings. */
export function defenderForAiSetting(account: ArmBody, state: 'Enabled' | 'Disabled' = 'Enabled'): ArmBody {
  return { ...childOf(account, 'defenderForAISettings', 'Default'), properties: { state } };
}

/** accounts/projects; the answer's `name` is "account/project". */
export function project(account: ArmBody, name: string, over?: Overrides): ArmBody {
  const child = childOf(account, 'projects', name);
  return merged(
    {
      ...child,
      name: `${account.name ?? ''}/${name}`,
      location: account['location'] as string,
      tags: null,
      identity: { ...identityOf(child.id, tenantId), type: 'SystemAssigned', userAssignedIdentities: undefined },
      systemData: systemData(child.id),
      properties: {
        provisioningState: 'Succeeded',
        displayName: name,
        description: null,
        isDefault: name === 'main',
        endpoints: { 'AI Foundry API': `https://${account.name ?? ''}.services.ai.azure.com/api/projects/${name}` },
      },
    },
    over,
  );
}

/** accounts/managedNetworks. */
export function managedNetwork(account: ArmBody, isolationMode = 'AllowOnlyApprovedOutbound'): ArmBody {
  const provisioningState = 'Succeeded';
  return {
    ...childOf(account, 'managedNetworks', 'default'),
    properties: {
      managedNetwork: { isolationMode, firewallSku: 'Standard', managedNetworkKind: 'V2', provisioningState },
      provisioningState,
    },
  };
}

/** accounts/projects/applications: a published agent with an identity of its own. */
export function agentApplication(owner: ArmBody, name: string, authorization = 'Default'): ArmBody {
  const child = childOf(owner, 'applications', name);
  const identity = (kind: string): Record<string, string> => ({
    ...{ kind, type: 'System', clientId: guid(`${child.id}:${kind}:c`), tenantId, provisioningState: 'Succeeded' },
    principalId: guid(`${child.id}:${kind}`),
  });
  return {
    ...child,
    systemData: systemData(child.id),
    properties: {
      displayName: name,
      agents: [{ agentId: `${name}:1`, agentName: name }],
      agentIdentityBlueprint: identity('AgentBlueprint'),
      defaultInstanceIdentity: identity('AgentInstance'),
      authorizationPolicy: { type: authorization },
      provisioningState: 'Succeeded',
      isEnabled: true,
    },
  };
}

/** raiExternalSafetyProviders of a subscription. */
export const raiExternalSafetyProvider = (subscriptionId: string, name: string, url: string): ArmBody => ({
  id: `/subscriptions/${subscriptionId}/providers/Microsoft.CognitiveServices/raiExternalSafetyProviders/${name}`,
  type: 'Microsoft.CognitiveServices/raiExternalSafetyProviders',
  name,
  properties: {
    ...{ providerName: name, mode: 'Blocking', url, secretName: 'shield-secret' },
    keyVaultUri: 'https://kv-shield.vault.azure.net/',
    managedIdentity: `/subscriptions/${subscriptionId}/resourceGroups/rg-shield/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shield`,
  },
});

/** accounts/capabilityHosts and accounts/projects/capabilityHosts; connections are given by name. */
export function capabilityHost(
  owner: ArmBody,
  connections: { readonly storage?: string; readonly search?: string; readonly cosmos?: string } = {},
): ArmBody {
  const child = childOf(owner, 'capabilityHosts', 'agents');
  const one = (name?: string): string[] | null => (name ? [name] : null);
  return {
    ...child,
    systemData: systemData(child.id),
    properties: {
      ...(/\/projects$/i.test(owner.type ?? '') ? {} : { capabilityHostKind: 'Agents' }),
      provisioningState: 'Succeeded',
      customerSubnet: null,
      storageConnections: one(connections.storage),
      vectorStoreConnections: one(connections.search),
      threadStorageConnections: one(connections.cosmos),
      aiServicesConnections: null,
    },
  };
}

/** accounts/raiToolLabels: `tool` is labelled for the whole account. */
export const raiToolLabel = (account: ArmBody, tool: string): ArmBody => ({
  ...childOf(account, 'raiToolLabels', `label-${tool}`),
  properties: { toolConnectionName: tool, accountScope: { labelValues: { trust: 'internal' } }, projectScopes: [] },
});

/** accounts/computes (2026-05-15-preview): a container instance with SSH and an address of its own unless told to be safe. */
export const foundryCompute = (account: ArmBody, name: string, safe: boolean): ArmBody => ({
  ...childOf(account, 'computes', name),
  location: account['location'],
  properties: {
    computeType: 'ContainerInstance',
    imageLink: 'mcr.microsoft.com/foundry/workbench:1',
    targetClusterId: `${account.id}/computes/pool`,
    creationTime: '2026-10-01T08:00:00Z',
    provisioningState: 'Succeeded',
    sshSettings: { adminEnabled: !safe },
    connectivityEndpoints: safe ? { privateIpAddress: '10.0.0.4' } : { publicIpAddress: '203.0.113.7' },
    ...(safe ? { idleTimeBeforeShutdown: 'PT30M' } : {}),
  },
});
