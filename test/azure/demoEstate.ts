import { denyAssignment, roleAssignment, roleEligibility } from './builders/authorization';
import { guid, tenantId } from './builders/body';
import type { Place } from './builders/body';
import { apimApi, apimParts, apimService } from './builders/apiManagement';
import { botService } from './builders/botService';
import { databricksWorkspace } from './builders/databricks';
import { catalogueOf } from './builders/catalogue';
import {
  aiAccount,
  capabilityHost,
  defenderForAiSetting,
  foundryCompute,
  project,
  raiExternalSafetyProvider,
  raiToolLabel,
} from './builders/cognitiveServices';
import type { AccountOptions } from './builders/cognitiveServices';
import { compute } from './builders/computes';
import { connection } from './builders/connections';
import { containerRegistry } from './builders/containerRegistry';
import { cosmosAccount } from './builders/documentDb';
import {
  environmentVersions,
  modelVersions,
  onlineDeployment,
  onlineEndpoint,
  serverlessEndpoint,
} from './builders/endpoints';
import { deployment, raiBlocklist, raiPolicy, systemRaiPolicies } from './builders/guardrails';
import type { GuardrailChoice } from './builders/intent';
import { appInsights, diagnosticSettingsOf, keyRegenerated } from './builders/insights';
import { keyVault } from './builders/keyVault';
import { datastore, mlRegistry, mlWorkspace } from './builders/machineLearning';
import { policyAssignment } from './builders/policy';
import { dnsAlias } from './builders/network';
import { managementGroup, resourceGroup, subscription } from './builders/resources';
import { builtInRoles } from './builders/roleDefinitions';
import { budget, centralLogs, securityContact } from './builders/safeguards';
import { searchService } from './builders/search';
import { alert, assessment, assessmentMetadata, pricing, recommendations } from './builders/security';
import { storageAccount } from './builders/storage';
import { modelStories } from './demoModels';
import { demoAgents } from './demoAgents';
import { appsWithKeys, backendOutside, machinesOutside } from './demoShadow';
import { unusedStorage } from './landscape';
import { directoryOf } from './people';
import type { ArmBody, Estate } from './tenant';

const root = managementGroup(tenantId, 'Tenant Root Group');
const company = managementGroup('mg-halden', 'Halden Logistics', [root]);

const place = (name: string, group: string, location = 'westeurope'): Place => ({
  subscriptionId: guid(`demo ${name}`),
  group,
  location,
});

const customer = place('customer', 'rg-hr-assist');
const claims = place('claims', 'rg-claims', 'swedencentral');
const freight = place('freight', 'rg-freight-ml');
const sandbox = place('sandbox', 'rg-experiments');
const shared = place('shared', 'rg-shared-ai');
const finance = place('finance', 'rg-finance-ai', 'germanywestcentral');

const oldMlflow =
  'channels:\n  - conda-forge\ndependencies:\n  - python=3.10.14\n  - pip:\n      - mlflow==2.9.1\n      - pandas\n';

/** The subscription of the demo that the auditor may not read (lower-cased GUID). */
export const demoDeniedSubscription = finance.subscriptionId;

interface Guard {
  readonly name: string;
  readonly choice: GuardrailChoice;
}

const code = (good: boolean): 'Healthy' | 'Unhealthy' => (good ? 'Healthy' : 'Unhealthy');

/** An account with models under one guardrail, the built-in one when none is given. */
function models(at: Place, name: string, options: AccountOptions, guard?: Guard): [ArmBody, ...ArmBody[]] {
  const account = aiAccount(at, name, options);
  const { localAuth, network, logs } = { localAuth: 'off', network: 'disabled', logs: 'allLogs', ...options } as const;
  return [
    account,
    ...systemRaiPolicies(account),
    ...(guard ? [raiPolicy(account, guard.name, guard.choice)] : []),
    deployment(account, 'chat', guard ? { guardrail: guard.name } : {}),
    deployment(account, 'embeddings', { model: 'text-embedding-3-large', version: '1' }),
    ...diagnosticSettingsOf(account, logs),
    defenderForAiSetting(account),
    assessment(account, recommendations.localAuth, code(localAuth === 'off')),
    assessment(account, recommendations.network, code(network === 'disabled')),
  ];
}

function customerCare(): ArmBody[] {
  const [account, ...children] = models(
    customer,
    'hr-assist',
    { kind: 'AIServices', projects: true, tags: { owner: 'people-team' } },
    { name: 'hr-guard', choice: 'strict' },
  );
  const main = project(account, 'main');
  const search = searchService(customer, 'srch-hr-assist');
  const cosmos = cosmosAccount(customer, 'cosmos-hr-assist');
  const [storage, ...blobs] = storageAccount(customer, 'sthrassist', { containers: { policies: 'None' } });
  return [
    resourceGroup(customer),
    account,
    ...children,
    ...raiBlocklist(account, 'people-names', ['salary of']),
    main,
    connection(main, 'policies', {
      category: 'CognitiveSearch',
      target: 'https://srch-hr-assist.search.windows.net/',
      uses: search.id,
    }),
    connection(main, 'files', {
      category: 'AzureBlob',
      target: 'https://sthrassist.blob.core.windows.net/',
      uses: storage.id,
    }),
    connection(main, 'threads', {
      category: 'CosmosDb',
      target: 'https://cosmos-hr-assist.documents.azure.com:443/',
      uses: cosmos.id,
    }),
    raiToolLabel(account, 'policies'),
    foundryCompute(account, 'notebook', true),
    dnsAlias(customer, 'halden.example', 'hr', 'hr-assist.cognitiveservices.azure.com'),
    capabilityHost(account),
    capabilityHost(main, { storage: 'files', search: 'policies', cosmos: 'threads' }),
    ...[search, cosmos, storage, ...blobs, botService(customer, 'hr-assist-bot'), pricing(customer.subscriptionId)],
  ];
}

function claimsHandling(): ArmBody[] {
  const prod = models(claims, 'claims-prod', { network: 'denied' }, { name: 'claims-guard', choice: 'strict' });
  const test = models(claims, 'claims-test', { localAuth: 'on', network: 'open', logs: 'none' });
  return [
    resourceGroup(claims),
    ...prod,
    ...test,
    alert(test[0]),
    aiAccount(claims, 'claims-forms', { kind: 'FormRecognizer', network: 'deniedBroad', logs: 'auditOnly' }),
    ...appsWithKeys(claims, 'claims-test', 'claims-prod'),
    pricing(claims.subscriptionId, 'AI', 'Free'),
  ];
}

function freightForecast(): ArmBody[] {
  const [storage, ...blobs] = storageAccount(freight, 'stfreightml', { sharedKey: 'on', network: 'denied' });
  const [lake, ...lakeBlobs] = storageAccount(shared, 'sthaldenlake', { network: 'open' });
  const vault = keyVault(freight, 'kv-freight-ml', 'open');
  const registry = containerRegistry(freight, 'crfreightml', 'on');
  const insights = appInsights(freight, 'appi-freight-ml');
  const uses = {
    storageAccount: storage.id,
    keyVault: vault.id,
    containerRegistry: registry.id,
    applicationInsights: insights.id,
  };
  const workspace = mlWorkspace(freight, 'mlw-freight', { datastores: 'AccessKey', uses });
  const endpoint = onlineEndpoint(workspace, 'freight-eta', { auth: 'Key', network: 'open' });
  return [
    resourceGroup(freight),
    ...[storage, ...blobs, lake, ...lakeBlobs, vault, registry, insights, workspace, endpoint],
    onlineDeployment(workspace, endpoint, 'blue'),
    datastore(workspace, 'workspaceblobstore', {
      credentials: 'AccountKey',
      accountName: 'stfreightml',
      uses: storage.id,
      isDefault: true,
    }),
    datastore(workspace, 'lake', { datastoreType: 'AzureDataLakeGen2', accountName: 'sthaldenlake', uses: lake.id }),
    connection(workspace, 'maps', {
      category: 'CustomKeys',
      authType: 'CustomKeys',
      target: 'https://maps.partner.example/',
    }),
    compute(workspace, 'ci-tomas', { ssh: 'on' }),
    compute(workspace, 'cpu-cluster', { computeType: 'AmlCompute' }),
    serverlessEndpoint(workspace, 'freight-llama', 'Key'),
    ...modelVersions(workspace, 'churn', [{}, {}, { properties: { modelType: 'custom_model' } }]),
    ...environmentVersions(workspace, 'serving', [{ properties: { condaFile: oldMlflow } }]),
    mlRegistry(freight, 'mlr-halden'),
    pricing(freight.subscriptionId),
  ];
}

function experiments(): ArmBody[] {
  const [account, ...children] = models(
    sandbox,
    'playground',
    { kind: 'AIServices', projects: true, localAuth: 'absent', network: 'absent', logs: 'none' },
    { name: 'anything-goes', choice: 'noShields' },
  );
  const main = project(account, 'main');
  return [
    resourceGroup(sandbox),
    account,
    ...children,
    main,
    connection(main, 'borrowed-key', { authType: 'ApiKey' }),
    raiExternalSafetyProvider(sandbox.subscriptionId, 'shield', 'https://shield.example.net/check'),
    ...unusedStorage(sandbox),
    ...machinesOutside(sandbox),
  ];
}

/** The gateway before `oai-shared`: one API with a limit and an identity, one with neither, and tools for everyone. */
function aiGateway(): ArmBody[] {
  const gateway = apimService(shared, 'apim-ai');
  const serviceUrl = 'https://oai-shared.openai.azure.com/openai';
  return [
    gateway,
    ...apimParts(gateway, serviceUrl, false),
    backendOutside(gateway),
    ...apimApi(gateway, 'chat', { serviceUrl }),
    ...apimApi(gateway, 'legacy-chat', { serviceUrl, auth: 'key', tokenLimit: false }),
    ...apimApi(gateway, 'order-tools', { apiType: 'mcp', subscriptionRequired: false }),
  ];
}

function sharedServices(): ArmBody[] {
  const openAi = models(shared, 'oai-shared', {});
  const speech = aiAccount(shared, 'speech-shared', { kind: 'SpeechServices' });
  const safety = aiAccount(shared, 'content-safety', { kind: 'ContentSafety' });
  return [
    resourceGroup(shared),
    ...openAi,
    ...modelStories(shared, openAi[0]),
    speech,
    safety,
    ...diagnosticSettingsOf(speech, 'allLogs'),
    ...diagnosticSettingsOf(safety, 'split'),
    searchService(shared, 'srch-shared', { localAuth: 'on', network: 'open' }),
    ...aiGateway(),
    databricksWorkspace(shared, 'dbw-lake', { network: 'open' }),
    pricing(shared.subscriptionId),
  ];
}

const financeDesk = (): ArmBody[] => [
  resourceGroup(finance),
  ...models(finance, 'ledger-assist', {}, { name: 'ledger-guard', choice: 'strict' }),
  pricing(finance.subscriptionId),
];

const named: readonly (readonly [Place, string])[] = [
  [customer, 'Halden Customer Care'],
  [claims, 'Halden Claims'],
  [freight, 'Halden Freight Planning'],
  [sandbox, 'Halden Sandbox'],
  [shared, 'Halden Shared Services'],
  [finance, 'Halden Finance'],
];

function access(arm: readonly ArmBody[], graph: Estate['graph']): ArmBody[] {
  const idOf = (name: string): string =>
    [...graph.users, ...graph.groups, ...graph.servicePrincipals].find((one) => one.displayName === name)?.id ?? '';
  const account = (name: string): string => arm.find((body) => body.name === name)?.id ?? '';
  return [
    roleAssignment(company.id, idOf('Maren Holt'), 'User', 'owner'),
    roleAssignment(`/subscriptions/${sandbox.subscriptionId}`, idOf('ai-engineers'), 'Group', 'contributor'),
    roleAssignment(account('claims-test'), idOf('Pavel Novak'), 'User', 'cognitiveServicesUser'),
    roleAssignment(account('hr-assist'), idOf('hr-bot'), 'ServicePrincipal', 'foundryUser'),
    roleAssignment(`/subscriptions/${freight.subscriptionId}`, guid('demo gone'), 'User', 'dataScientist'),
    roleEligibility(`/subscriptions/${claims.subscriptionId}`, idOf('Tomas Bergqvist'), 'User', 'contributor'),
    denyAssignment(account('claims-prod'), ['Microsoft.CognitiveServices/accounts/listKeys/action']),
  ];
}

/** What every subscription of the company has: a budget, a security contact, a year of logs. */
const guards = ({ subscriptionId }: Place): ArmBody[] => [
  budget(`/subscriptions/${subscriptionId}`),
  securityContact(subscriptionId, 'High'),
  centralLogs(subscriptionId),
];

const catalogue = Object.values(recommendations).map(assessmentMetadata);

/** Halden Logistics: six subscriptions with names a reader remembers, safe and unsafe side by side. */
export function demoEstate(): Estate {
  const arm = [
    ...named.flatMap(([at]) => [...catalogueOf(at), ...guards(at)]),
    ...customerCare(),
    ...claimsHandling(),
    ...freightForecast(),
    ...experiments(),
    ...sharedServices(),
    ...financeDesk(),
  ];
  const accounts = arm.filter((body) => body.type === 'Microsoft.CognitiveServices/accounts');
  const graph = directoryOf(accounts);
  arm.push(policyAssignment(company.id), ...builtInRoles(), ...catalogue, ...access(arm, graph));
  return {
    tenantId,
    subscriptions: named.map(([{ subscriptionId }, displayName]) =>
      subscription(subscriptionId, displayName, { chain: [company, root] }),
    ),
    managementGroups: [root, company],
    arm,
    graph,
    activity: accounts.slice(0, 2).map((account) => keyRegenerated(account, '2026-10-12T09:00:00Z')),
    changes: [],
    planes: demoAgents(arm),
  };
}
