import { madeUp } from '../kit/keys';
import { group, storage, workspaceRaw } from './bodies';
import { absent, fails, passes, spared, table, unsure, gap, values, row, type Raw } from './table';

const aiKey = madeUp('azureAiKey', 'corpus');
const openAiKey = madeUp('openAiKey', 'corpus');
const storageString = madeUp('storageConnectionString', 'corpus');
const hex = madeUp('hexKey', 'corpus');
/** Values that look like keys and open nothing, or are no values. */
const harmless: readonly unknown[] = [
  ...[
    absent,
    null,
    '',
    'production',
    '<your-key>',
    'secretref:openai',
    '@Microsoft.KeyVault(VaultName=kv;SecretName=k)',
  ],
  ...[
    hex,
    '5f0c1f6e-9d1d-4d53-8f0b-8f3a4a1b2c3d',
    `sha256:${hex}${hex}`,
    '${OPENAI_KEY}',
    'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  ],
];
const keys: readonly unknown[] = [aiKey, openAiKey, storageString, madeUp('searchAdminKey', 'c'), madeUp('sas', 'c')];
const vendors = [
  'https://api.openai.com/v1',
  'https://api.anthropic.com',
  'https://x.endpoints.huggingface.cloud',
  'api.groq.com',
];
let rows = 0;
/** A number for each row, so that each has a name of its own. */
const fresh = (): number => (rows += 1);
const provider = `${group}/providers`;

const literal = {
  app: 'containerapp-no-literal-secrets',
  aci: 'containergroup-no-literal-secrets',
  site: 'webapp-no-literal-secrets',
  flow: 'logicapp-no-literal-secrets',
  extension: 'vmextension-no-literal-secrets',
  scaleSet: 'vmscaleset-no-literal-secrets',
  deployment: 'armdeployment-no-literal-secrets',
  connection: 'connection-no-literal-secrets',
};
const shadow = {
  env: 'shadow-ai-in-container-env',
  aci: 'shadow-ai-in-container-group',
  site: 'shadow-ai-in-app-settings',
};

const template = (value: unknown, name = 'SETTING') => ({
  containers: [{ name: 'api', image: 'acr.azurecr.io/api:1', env: [{ name, value }] }],
});
const appId = `${provider}/Microsoft.App/containerApps/ca`;
const containerApps = table(
  'containerApps',
  {
    kind: 'containerApp',
    body: { id: appId, name: 'ca', properties: { configuration: { ingress: null }, template: template('production') } },
    labels: passes(literal.app, shadow.env),
  },
  harmless
    .map((value) => row(`env ${String(value)} ${fresh()}`, { 'properties.template': template(value) }, {}))
    .flat(),
  [aiKey, openAiKey].flatMap((value) =>
    row(`env holds a key ${fresh()}`, { 'properties.template': template(value) }, fails(literal.app, shadow.env)),
  ),
  [storageString, madeUp('sas', 'c')].flatMap((value) =>
    row(`env holds a storage secret ${fresh()}`, { 'properties.template': template(value) }, fails(literal.app)),
  ),
  vendors.flatMap((value) => row(`env ${value}`, { 'properties.template': template(value) }, fails(shadow.env))),
  row(
    'an argument with a key',
    { 'properties.template': { containers: [{ name: 'a', args: ['--key', aiKey] }] } },
    fails(literal.app),
  ),
  row(
    'a known image',
    { 'properties.template': { containers: [{ name: 'a', image: 'docker.io/ollama/ollama:0.5' }] } },
    fails(shadow.env),
  ),
  row('a key in a tag', { tags: { note: aiKey } }, fails(literal.app)),
);

const groupBody = (value: unknown) => [
  { name: 'api', properties: { image: 'acr.azurecr.io/api:1', environmentVariables: [{ name: 'SETTING', value }] } },
];
const containerGroups = table(
  'containerGroups',
  {
    kind: 'containerGroup',
    body: {
      id: `${provider}/Microsoft.ContainerInstance/containerGroups/aci`,
      name: 'aci',
      properties: { containers: groupBody('x') },
    },
    labels: passes(literal.aci, shadow.aci),
  },
  harmless.flatMap((value) =>
    row(`env ${String(value)} ${fresh()}`, { 'properties.containers': groupBody(value) }, {}),
  ),
  [aiKey, openAiKey].flatMap((value) =>
    row(`env holds a key ${fresh()}`, { 'properties.containers': groupBody(value) }, fails(literal.aci, shadow.aci)),
  ),
  vendors.flatMap((value) => row(`env ${value}`, { 'properties.containers': groupBody(value) }, fails(shadow.aci))),
);

const siteId = `${provider}/Microsoft.Web/sites/app`;
const settings = (id: string, labels: Raw['body']): Raw => ({
  kind: 'webAppSettings',
  optIn: 'appSettings',
  under: siteId,
  body: { id, properties: labels },
});
const references = (...names: string[]): Raw => ({
  kind: 'webAppSettings',
  under: siteId,
  body: {
    id: `${siteId}/config/configreferences/appsettings`,
    value: names.map((name) => ({
      id: `${siteId}/config/configreferences/appsettings/${name}`,
      properties: { vaultName: 'kv', secretName: 's' },
    })),
  },
});
const webApps = table(
  'webApps',
  {
    kind: 'webApp',
    body: {
      id: siteId,
      name: 'app',
      kind: 'app,linux',
      properties: { httpsOnly: true, siteConfig: { linuxFxVersion: 'NODE|22-lts' } },
    },
    around: [references('DB')],
    labels: { ...spared(literal.site), ...passes(shadow.site) },
  },
  [aiKey, openAiKey, storageString].flatMap((key) =>
    row(
      `a key in the start command ${fresh()}`,
      { 'properties.siteConfig.appCommandLine': `run --key ${key}` },
      fails(literal.site),
    ),
  ),
  ['ghcr.io/open-webui/open-webui:main', 'vllm/vllm-openai:latest'].flatMap((image) =>
    row(image, { 'properties.siteConfig.linuxFxVersion': `DOCKER|${image}` }, fails(shadow.site)),
  ),
  row('settings unread', {}, unsure(literal.site, shadow.site), { around: [], gaps: [gap('webAppSettings', siteId)] }),
  row('a reference with a name of AI alone is possible at most', {}, {}, { around: [references('OPENAI_API_KEY')] }),
);
const allSettings = (properties: Raw['body']) => ({ around: [settings(`${siteId}/config/appsettings`, properties)] });

const flowBody = (uri: string, secret = 'none') => ({
  actions: { Ask: { type: 'Http', inputs: { uri, headers: { 'api-key': secret } } } },
});
const logicApps = table(
  'logicApps',
  {
    kind: 'logicApp',
    body: {
      id: `${provider}/Microsoft.Logic/workflows/flow`,
      name: 'flow',
      properties: { state: 'Enabled', definition: flowBody('https://erp.halden.example') },
    },
    labels: passes(literal.flow, 'shadow-ai-in-logic-app'),
  },
  [aiKey, openAiKey].flatMap((key) =>
    row(
      `a key in a header ${fresh()}`,
      { 'properties.definition': flowBody('https://erp.halden.example', key) },
      fails(literal.flow),
    ),
  ),
  row(
    'a vendor is called',
    { 'properties.definition': flowBody('https://api.openai.com/v1/chat/completions') },
    fails('shadow-ai-in-logic-app'),
  ),
  values('properties.definition', [absent, null, {}, []], {}),
  row(
    'a key as a parameter',
    { 'properties.parameters': { k: { type: 'String', value: aiKey } } },
    fails(literal.flow),
  ),
);

const shown = (
  place: string,
  name: string,
  kind: Raw['kind'],
  body: Raw['body'],
  path: string,
  rule: string,
  under?: Raw,
  form = (value: unknown): unknown => value,
) =>
  table(
    name,
    { kind, body, labels: passes(rule), ...(under ? { under: String(under.body['id']), around: [under] } : {}) },
    harmless
      .filter((value) => value !== hex || place !== 'ai')
      .flatMap((value) => row(`${path} ${String(value)} ${fresh()}`, { [path]: form(value) }, {})),
    keys.flatMap((value, at) => row(`${path} key ${at}`, { [path]: form(value) }, fails(rule))),
  );

const gate: Raw = {
  kind: 'apimService',
  body: { id: `${provider}/Microsoft.ApiManagement/service/gate`, name: 'gate', properties: {} },
};
const gateId = String(gate.body['id']);
const account: Raw = {
  kind: 'aiAccount',
  body: { id: `${provider}/Microsoft.CognitiveServices/accounts/acct`, name: 'acct', properties: {} },
};
const accountId = String(account.body['id']);
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const policyText = (value: unknown): string =>
  `<policies><inbound><set-header name="x"><value>${escaped(String(value))}</value></set-header></inbound></policies>`;
const tagged = (id: string, kind: Raw['kind'], rule: string) =>
  table(
    `${kind} tags`,
    { kind, body: { id, name: 'x', tags: { owner: 'team' }, properties: {} }, labels: passes(rule) },
    keys.flatMap((value, at) => row(`tag key ${at}`, { tags: { note: value } }, fails(rule))),
    [absent, null, {}, { note: hex }].flatMap((tags, at) => row(`tags ${at}`, { tags }, {})),
  );

export const workloads = [
  ...containerApps,
  ...containerGroups,
  ...webApps,
  ...table(
    'webApps with all settings',
    {
      kind: 'webApp',
      body: { id: siteId, name: 'app', properties: {} },
      ...allSettings({ SETTING: 'production' }),
      labels: passes(literal.site, shadow.site),
    },
    harmless
      .filter((value) => value !== absent)
      .flatMap((value) => row(`setting ${String(value)} ${fresh()}`, {}, {}, allSettings({ SETTING: value }))),
    [aiKey, openAiKey].flatMap((value) =>
      row(`a setting holds a key ${fresh()}`, {}, fails(literal.site, shadow.site), allSettings({ SETTING: value })),
    ),
    [storageString].flatMap((value) =>
      row(`a setting holds a storage string ${fresh()}`, {}, fails(literal.site), allSettings({ SETTING: value })),
    ),
    vendors.flatMap((value) => row(`setting ${value}`, {}, fails(shadow.site), allSettings({ SETTING: value }))),
  ),
  ...logicApps,
  ...shown(
    '',
    'extensions',
    'vmExtension',
    {
      id: `${provider}/Microsoft.Compute/virtualMachines/vm/extensions/run`,
      name: 'run',
      properties: { type: 'CustomScript' },
    },
    'properties.settings',
    literal.extension,
    undefined,
    (value) => ({ note: value === absent ? '' : value }),
  ),
  ...shown(
    '',
    'scale sets',
    'vmScaleSet',
    { id: `${provider}/Microsoft.Compute/virtualMachineScaleSets/vmss`, name: 'vmss', properties: {} },
    'properties.virtualMachineProfile',
    literal.scaleSet,
    undefined,
    (value) => ({
      extensionProfile: {
        extensions: [{ name: 'run', properties: { settings: { note: value === absent ? '' : value } } }],
      },
    }),
  ),
  ...shown(
    'ai',
    'connections',
    'connection',
    { id: `${accountId}/connections/c`, name: 'c', properties: { category: 'ApiKey', target: 'https://x.example' } },
    'properties.metadata',
    literal.connection,
    account,
    (value) => ({ note: value === absent ? '' : value }),
  ),
  ...shown(
    'ai',
    'named values',
    'apimNamedValue',
    { id: `${gateId}/namedValues/n`, name: 'n', properties: { displayName: 'note', secret: false } },
    'properties.value',
    'apim-named-value-no-literal-secrets',
    gate,
  ),
  ...shown(
    'ai',
    'policies',
    'apimPolicy',
    { id: `${gateId}/policies/policy`, name: 'policy', properties: { value: policyText('') } },
    'properties.value',
    'apim-policy-no-literal-secrets',
    gate,
    policyText,
  ),
  ...shown(
    'ai',
    'backends',
    'apimBackend',
    { id: `${gateId}/backends/b`, name: 'b', properties: { url: 'https://x.example' } },
    'properties.credentials',
    'apim-backend-no-literal-secrets',
    gate,
    (value) => ({ header: { note: [value === absent ? '' : value] } }),
  ),
  ...tagged(accountId, 'aiAccount', 'aiservices-no-secrets-in-tags'),
  ...tagged(`${provider}/Microsoft.Search/searchServices/srch`, 'searchService', 'search-no-secrets-in-tags'),
];

const gpu = 'Standard_NC24ads_A100_v4';
const nvidia = { publisher: 'nvidia', product: 'nvidia-gpu-optimized-vmi', name: 'gpu' };
const machineId = `${provider}/Microsoft.Compute/virtualMachines/vm`;
export const machines = table(
  'virtual machines',
  {
    kind: 'virtualMachine',
    body: { id: machineId, name: 'vm', properties: { hardwareProfile: { vmSize: gpu } } },
    labels: passes('shadow-ai-self-hosted-llm'),
  },
  row('a plain size', { 'properties.hardwareProfile': { vmSize: 'Standard_D4s_v5' } }, {}),
  row('a GPU and an image for GPUs', { plan: nvidia }, fails('shadow-ai-self-hosted-llm')),
);

const scaleSetId = `${provider}/Microsoft.Compute/virtualMachineScaleSets/vmss`;
export const scaleSets = table(
  'scale sets of machines',
  {
    kind: 'vmScaleSet',
    body: { id: scaleSetId, name: 'vmss', sku: { name: gpu, capacity: 1 }, properties: {} },
    labels: passes('shadow-ai-scale-set'),
  },
  row('a plain size', { sku: { name: 'Standard_D4s_v5', capacity: 1 } }, {}),
  row('a GPU and an image for GPUs', { plan: nvidia }, fails('shadow-ai-scale-set')),
);

const clusterId = `${provider}/Microsoft.ContainerService/managedClusters/aks`;
const pool = (vmSize: string) => ({ 'properties.agentPoolProfiles': [{ name: 'pool', vmSize, count: 1 }] });
export const clusters = table(
  'clusters',
  {
    kind: 'managedCluster',
    body: { id: clusterId, name: 'aks', properties: { agentPoolProfiles: [{ name: 'pool', vmSize: gpu, count: 1 }] } },
    labels: passes('shadow-ai-gpu-node-pool'),
  },
  row('a plain size', pool('Standard_D4s_v5'), {}),
  row('a GPU and the name of a server of models', { tags: { workload: 'vllm' } }, fails('shadow-ai-gpu-node-pool')),
  row('a GPU and a word that may mean anything', { tags: { team: 'claude' } }, {}),
  row('the name of a server without a GPU', { tags: { workload: 'vllm' }, ...pool('Standard_D4s_v5') }, {}),
);

const history = `${group}/providers/Microsoft.Resources/deployments/main`;
export const storageTags = table(
  'storage tags',
  { kind: 'storageAccount', body: storage, around: [workspaceRaw], labels: passes('storage-no-secrets-in-tags') },
  keys.flatMap((value, at) => row(`tag key ${at}`, { tags: { note: value } }, fails('storage-no-secrets-in-tags'))),
  [absent, null, {}, { note: hex }].flatMap((tags, at) => row(`tags ${at}`, { tags }, {})),
);

/** Deployments that show nothing are not kept at all: nothing of them can pass. */
export const deploymentHistory = table(
  'deployment history',
  {
    kind: 'armDeployment',
    body: { id: history, name: 'main', properties: { outputs: { key: { type: 'String', value: aiKey } } } },
    under: accountId,
    around: [account],
    labels: fails(literal.deployment),
  },
  keys.flatMap((value, at) =>
    row(`input key ${at}`, { 'properties.outputs': absent, 'properties.parameters': { key: { value } } }, {}),
  ),
);
