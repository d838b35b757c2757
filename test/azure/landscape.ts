import { pick } from './chance';
import { connection } from './builders/connections';
import {
  agentApplication,
  aiAccount,
  capabilityHost,
  defenderForAiSetting,
  managedNetwork,
  perimeterConfiguration,
  project,
} from './builders/cognitiveServices';
import type { AccountOptions } from './builders/cognitiveServices';
import type { Place } from './builders/body';
import { compute } from './builders/computes';
import { containerRegistry } from './builders/containerRegistry';
import {
  batchDeployment,
  batchEndpoint,
  environmentVersions,
  modelVersions,
  onlineDeployment,
  onlineEndpoint,
  serverlessEndpoint,
} from './builders/endpoints';
import { deployment, raiBlocklist, raiPolicy, systemRaiPolicies } from './builders/guardrails';
import { appInsights, diagnosticSettingsOf } from './builders/insights';
import { keyVault } from './builders/keyVault';
import { datastore, mlWorkspace } from './builders/machineLearning';
import { assessment, recommendations } from './builders/security';
import { storageAccount } from './builders/storage';
import type { ArmBody } from './tenant';

/** Draws for one resource: the same text always draws the same. */
export type Draw = <const C extends readonly [unknown, ...unknown[]]>(choices: C, what: string) => C[number];

/** Draws that depend on the seed and the name alone. */
export const drawsFor =
  (seed: number, name: string): Draw =>
  (choices, what) =>
    pick(choices, `${seed} ${name} ${what}`);

const switches = ['off', 'off', 'on', 'absent'] as const;
const firewalls = ['disabled', 'denied', 'open', 'absent'] as const;
const exposures = ['disabled', 'disabled', 'open', 'absent'] as const;
const guardrails = [
  'strict',
  'asyncStrict',
  'hateHigh',
  'sexualOff',
  'violenceAnnotate',
  'selfharmPromptHigh',
  'jailbreakAnnotate',
  'jailbreakContradiction',
  'indirectUnstated',
  'noShields',
] as const;
const accountKinds = [
  'OpenAI',
  'AIServices',
  'OpenAI',
  'AIServices',
  'AIServices',
  'OpenAI',
  'AIServices',
  'CognitiveServices',
  'ContentSafety',
  'SpeechServices',
  'FormRecognizer',
  'TextAnalytics',
] as const;

/** What an account may lean on. */
export interface Surroundings {
  readonly storage: ArmBody;
  readonly vault: ArmBody;
  readonly search: ArmBody;
  readonly cosmos: ArmBody;
}

const code = (good: boolean): 'Healthy' | 'Unhealthy' => (good ? 'Healthy' : 'Unhealthy');

/** Defender agrees on most accounts, errs on some and has not looked at others. */
function defenderView(account: ArmBody, draw: Draw, keysOff: boolean, closed: boolean): ArmBody[] {
  const view = draw(['agrees', 'agrees', 'silent', 'wrong', 'exempt'], 'defender');
  if (view === 'silent') return [];
  if (view === 'exempt') return [assessment(account, recommendations.localAuth, 'NotApplicable')];
  const right = view === 'agrees';
  return [
    assessment(account, recommendations.localAuth, code(keysOff === right)),
    assessment(account, recommendations.network, code(closed)),
  ];
}

/** Some accounts keep their data in a storage account of their own, some their key in a vault. */
function leanings({ storage, vault }: Surroundings, draw: Draw): AccountOptions {
  const choices = [
    { storageId: storage.id },
    { vault: { id: vault.id, uri: uriOf(vault, 'vaultUri') } },
    {},
    {},
    {},
  ] as const satisfies readonly AccountOptions[];
  return draw(choices, 'leans on');
}

function perimetersOf(account: ArmBody, network: string): ArmBody[] {
  if (!network.startsWith('perimeter')) return [];
  return [perimeterConfiguration(account, network === 'perimeterEnforced' ? 'Enforced' : 'Learning')];
}

/** An AI account with all that hangs on it, good and bad by draw. */
export function accountWithChildren(seed: number, place: Place, name: string, around: Surroundings): ArmBody[] {
  const draw = drawsFor(seed, name);
  const kind = draw(accountKinds, 'kind');
  const localAuth = draw(switches, 'localAuth');
  const network = draw(
    [
      'disabled',
      'denied',
      'open',
      'absent',
      'deniedBroad',
      'deniedBroadUnion',
      'perimeterEnforced',
      'perimeterLearning',
    ],
    'network',
  );
  const logs = draw(
    ['allLogs', 'bothCategories', 'split', 'auditOnly', 'metricsOnly', 'noDestination', 'none'],
    'logs',
  );
  const projects = kind === 'AIServices' && draw([true, true, false], 'projects');
  const account = aiAccount(place, name, {
    ...{ kind, localAuth, network, logs, projects },
    ...leanings(around, draw),
  });
  return [
    account,
    ...diagnosticSettingsOf(account, logs),
    ...perimetersOf(account, network),
    ...defenderView(account, draw, localAuth === 'off', ['disabled', 'denied'].includes(network)),
    ...(['OpenAI', 'AIServices'].includes(kind) ? modelsOf(account, draw) : []),
    ...(projects ? foundryOf(account, draw, around) : []),
  ];
}

const uriOf = (body: ArmBody, property: string): string =>
  (body['properties'] as Record<string, string>)[property] ?? '';

function modelsOf(account: ArmBody, draw: Draw): ArmBody[] {
  const custom = draw(guardrails, 'guardrail');
  const chat = draw(['custom', 'custom', 'Microsoft.DefaultV2', 'Microsoft.Default', 'Microsoft.Nil', ''], 'attached');
  return [
    ...systemRaiPolicies(account),
    raiPolicy(account, 'guard-own', custom),
    raiPolicy(account, 'guard-strict'),
    deployment(account, 'chat', {
      guardrail: chat === 'custom' ? 'guard-own' : chat,
      model: draw(['gpt-4.1', 'gpt-4o', 'gpt-4.1-mini'], 'model'),
    }),
    deployment(account, 'chat-strict', { guardrail: 'guard-strict' }),
    deployment(account, 'embed', {
      model: 'text-embedding-3-large',
      version: '1',
      guardrail: draw(['Microsoft.DefaultV2', ''], 'embedGuard'),
    }),
    ...raiBlocklist(account, 'company-words'),
    ...draw([[defenderForAiSetting(account)], [defenderForAiSetting(account, 'Disabled')], []], 'defenderForAi'),
  ];
}

function foundryOf(account: ArmBody, draw: Draw, around: Surroundings): ArmBody[] {
  const main = project(account, 'main');
  const storageHost = `https://${around.storage.name ?? ''}.blob.core.windows.net/`;
  return [
    main,
    project(account, 'lab'),
    connection(account, 'shared-search', {
      category: 'CognitiveSearch',
      authType: draw(['AAD', 'ApiKey'], 'searchAuth'),
      target: `https://${around.search.name ?? ''}.search.windows.net/`,
      uses: around.search.id,
    }),
    connection(main, 'files', {
      category: 'AzureBlob',
      authType: draw(['AAD', 'AccountKey', 'SAS'], 'filesAuth'),
      target: storageHost,
      uses: around.storage.id,
      statesResourceId: draw([true, false], 'statesId'),
    }),
    connection(main, 'threads', {
      category: 'CosmosDb',
      authType: draw(['AAD', 'AccountKey'], 'threadsAuth'),
      target: uriOf(around.cosmos, 'documentEndpoint'),
      uses: around.cosmos.id,
    }),
    ...draw([[managedNetwork(account)], [managedNetwork(account, 'AllowInternetOutbound')], []], 'managed network'),
    agentApplication(main, 'desk', draw(['Default', 'OrganizationScope'], 'authorization')),
    capabilityHost(account),
    capabilityHost(main, { storage: 'files', search: 'shared-search', cosmos: 'threads' }),
  ];
}

/** What one workspace is built on. */
export interface Foundation {
  readonly storage: ArmBody;
  readonly vault: ArmBody;
  readonly registry: ArmBody;
  readonly insights: ArmBody;
}

/** Storage, vault, registry and App Insights for a workspace, good and bad by draw, with the children of the storage account. */
export function foundationFor(
  seed: number,
  place: Place,
  name: string,
): { readonly foundation: Foundation; readonly bodies: ArmBody[] } {
  const draw = drawsFor(seed, name);
  const plain = name.replaceAll('-', '');
  const [storage, ...blobs] = storageAccount(place, `st${plain}`.slice(0, 24), {
    sharedKey: draw(switches, 'sharedKey'),
    publicBlob: draw(switches, 'publicBlob'),
    network: draw(firewalls, 'storage'),
    containers: { data: draw(['None', 'None', 'Container'], 'container') },
  });
  const vault = keyVault(place, `kv-${name}`.slice(0, 24), draw(firewalls, 'vault'));
  const registry = containerRegistry(place, `cr${plain}`, draw(switches, 'admin'));
  const insights = appInsights(place, `appi-${name}`);
  return { foundation: { storage, vault, registry, insights }, bodies: [storage, ...blobs, vault, registry, insights] };
}

export interface WorkspacePlan {
  readonly kind: 'Default' | 'Hub' | 'Project';
  readonly foundation: Foundation;
  readonly hubId?: string;
  /** A storage account that only a datastore's host names. */
  readonly byHost?: ArmBody;
}

/** An ML workspace with all that hangs on it, good and bad by draw. */
export function workspaceWithChildren(
  seed: number,
  place: Place,
  name: string,
  plan: WorkspacePlan,
): [ArmBody, ...ArmBody[]] {
  const draw = drawsFor(seed, name);
  const { storage, vault, registry, insights } = plan.foundation;
  const workspace = mlWorkspace(place, name, {
    kind: plan.kind,
    network: draw(exposures, 'network'),
    datastores: draw(['Identity', 'UserDelegationSAS', 'AccessKey', 'absent'], 'datastores'),
    isolation: draw(['AllowOnlyApprovedOutbound', 'AllowInternetOutbound', 'Disabled'], 'isolation'),
    uses: {
      storageAccount: storage.id,
      keyVault: vault.id,
      containerRegistry: registry.id,
      applicationInsights: insights.id,
    },
    ...(plan.hubId ? { hubId: plan.hubId } : {}),
  });
  return [
    workspace,
    ...datastoresOf(workspace, draw, plan),
    ...computesOf(workspace, draw),
    ...endpointsOf(workspace, name, draw),
    ...modelVersions(workspace, 'churn', [{}, {}, {}]),
    ...environmentVersions(workspace, 'serving'),
  ];
}

function datastoresOf(workspace: ArmBody, draw: Draw, { foundation, byHost }: WorkspacePlan): ArmBody[] {
  const own = { accountName: foundation.storage.name ?? '', uses: foundation.storage.id };
  const extra = byHost
    ? [
        datastore(workspace, 'lake', {
          datastoreType: 'AzureDataLakeGen2',
          credentials: draw(['None', 'ServicePrincipal'], 'lake'),
          accountName: byHost.name ?? '',
          uses: byHost.id,
        }),
      ]
    : [];
  return [
    datastore(workspace, 'workspaceblobstore', {
      ...own,
      isDefault: true,
      credentials: draw(['None', 'AccountKey', 'Sas'], 'blobstore'),
    }),
    datastore(workspace, 'workspacefilestore', {
      ...own,
      datastoreType: 'AzureFile',
      credentials: draw(['AccountKey', 'None'], 'filestore'),
    }),
    connection(workspace, 'oai', { authType: draw(['AAD', 'ManagedIdentity', 'ApiKey', 'CustomKeys'], 'oai') }),
    ...extra,
  ];
}

function computesOf(workspace: ArmBody, draw: Draw): ArmBody[] {
  return [
    compute(workspace, 'ci-maren', { ssh: draw(switches, 'ci'), localAuth: draw(switches, 'ciAuth') }),
    compute(workspace, 'cpu-cluster', {
      computeType: 'AmlCompute',
      ssh: draw(['off', 'off', 'on', 'notSpecified', 'absent'], 'cluster'),
    }),
    compute(workspace, 'serving', { computeType: draw(['AKS', 'Kubernetes'], 'cluster type') }),
  ];
}

function endpointsOf(workspace: ArmBody, name: string, draw: Draw): ArmBody[] {
  const online = onlineEndpoint(workspace, `${name}-churn`, {
    auth: draw(['AADToken', 'AMLToken', 'Key'], 'auth'),
    network: draw(exposures, 'endpoint'),
  });
  const batch = batchEndpoint(workspace, `${name}-nightly`);
  return [
    online,
    onlineDeployment(
      workspace,
      online,
      'blue',
      draw([{}, { properties: { egressPublicNetworkAccess: undefined } }], 'egress'),
    ),
    batch,
    batchDeployment(workspace, batch, 'nightly'),
    serverlessEndpoint(workspace, `${name}-llama`, draw(['AAD', 'Key', 'KeyAndAAD'], 'serverless')),
  ];
}

/** A storage account that no AI resource uses, as bad as can be: it must not be judged. */
export const unusedStorage = (place: Place): ArmBody[] =>
  storageAccount(place, `stunused${place.subscriptionId.slice(0, 8)}`, {
    sharedKey: 'on',
    publicBlob: 'on',
    network: 'open',
    containers: { everything: 'Container' },
  });
