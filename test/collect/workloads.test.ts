import { ofConcern, reachingAi } from '../../src/collect/workloads/concern';
import { lostItsConcern } from '../../src/collect/workloads/lost';
import { group, secrets, survey } from './reader';
import { safe } from '../kit/safe';
import { proofOf } from '../../src/model/shadow';

const app = (properties: object, more: object = {}) =>
  survey('containerApp', { id: `${group}/providers/Microsoft.App/containerApps/Ca`, properties, ...more });

const env = (...variables: object[]) => app({ template: { containers: [{ name: 'api', env: variables }] } });

test('a container app without anything is closed, silent and without an identity', () => {
  expect(app({})).toMatchObject({
    hosting: 'app',
    ingress: 'none',
    targetPort: null,
    containers: [],
    aiSignals: [],
    identity: { types: [] },
  });
  expect(app({})).not.toHaveProperty('exposedSecrets');
});

test('of variables names, hosts and what stands there are kept, and a key becomes a place', () => {
  const found = env(
    { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://Acct.openai.azure.com/' },
    { name: 'AZURE_OPENAI_KEY', value: secrets.azureAiKey },
    { name: 'DB', secretRef: 'db' },
    { name: 'MODE', value: '' },
  );
  expect(found.containers).toEqual([
    {
      name: 'api',
      image: '',
      environment: [
        { name: 'AZURE_OPENAI_ENDPOINT', holds: 'literal', host: 'acct.openai.azure.com' },
        { name: 'AZURE_OPENAI_KEY', holds: 'literal', host: '' },
        { name: 'DB', holds: 'secret', host: '' },
        { name: 'MODE', holds: 'nothing', host: '' },
      ],
    },
  ]);
  expect(found.exposedSecrets).toEqual([
    {
      place: 'template.containers[api].env[AZURE_OPENAI_KEY]',
      secretKind: 'azureAiKey',
      confidence: 'anchored',
      bornMonth: '2026-01',
      opens: 'ai',
      opensHost: 'acct.openai.azure.com',
    },
  ]);
  expect(JSON.stringify(found)).not.toContain(secrets.azureAiKey.slice(0, 8));
});

test('32 hex digits are a key only beside AI', () => {
  const hex = '0123456789abcdef0123456789abcdef';
  expect(env({ name: 'API_KEY', value: hex })).not.toHaveProperty('exposedSecrets');
  const beside = env({ name: 'API_KEY', value: hex }, { name: 'OPENAI_BASE_URL', value: 'https://gate.example' });
  expect(beside.exposedSecrets).toMatchObject([{ secretKind: 'hexKey', confidence: 'named' }]);
});

test('ingress, ranges, profile and vault references of a container app', () => {
  const found = app({
    configuration: {
      ingress: {
        external: true,
        targetPort: 4000,
        fqdn: 'Ca.blue.westeurope.azurecontainerapps.io',
        ipSecurityRestrictions: [
          { action: 'Allow', ipAddressRange: '203.0.113.0/24' },
          { action: 'Deny', ipAddressRange: '0.0.0.0/0' },
        ],
      },
      secrets: [{ name: 'key', keyVaultUrl: 'https://Kv.vault.azure.net/secrets/openai/1' }, { name: 'own' }],
    },
    environmentId: '/Subscriptions/S/env',
    workloadProfileName: 'NC24-A100',
  });
  expect(found).toMatchObject({
    ingress: 'external',
    targetPort: 4000,
    allowedRanges: ['203.0.113.0/24'],
    environmentId: '/subscriptions/s/env',
    vaultReferences: [{ name: 'key', vaultHost: 'kv.vault.azure.net', secretName: 'openai' }],
    aiSignals: [
      { signal: 'port', what: 'litellm' },
      { signal: 'gpu', what: 'NC24-A100' },
    ],
  });
});

test('a security group tells what the internet may reach, and nothing else', () => {
  const rule = (properties: object) => ({
    properties: { direction: 'Inbound', protocol: 'Tcp', access: 'Allow', ...properties },
  });
  const found = survey('networkSecurityGroup', {
    id: `${group}/providers/Microsoft.Network/networkSecurityGroups/nsg`,
    properties: {
      securityRules: [
        rule({ priority: 300, sourceAddressPrefix: 'Internet', destinationPortRanges: ['11434', '8000-8010'] }),
        rule({
          priority: 100,
          sourceAddressPrefixes: ['10.0.0.0/8', '0.0.0.0/0'],
          destinationPortRange: '22',
          access: 'Deny',
        }),
        rule({ priority: 110, sourceAddressPrefix: '10.0.0.0/8', destinationPortRange: '*' }),
        rule({ priority: 120, sourceAddressPrefix: '*', destinationPortRange: '53', protocol: 'Udp' }),
        rule({ priority: 130, sourceAddressPrefix: '*', destinationPortRange: '80', direction: 'Outbound' }),
      ],
    },
  });
  expect(found.fromInternet).toEqual([
    { priority: 100, access: 'Deny', ports: [[22, 22]] },
    {
      priority: 300,
      access: 'Allow',
      ports: [
        [11434, 11434],
        [8000, 8010],
      ],
    },
  ]);
});

test('an extension that installs a server of models says so, and keeps nothing of its settings', () => {
  const found = survey('vmExtension', {
    id: `${group}/providers/Microsoft.Compute/virtualMachines/vm/extensions/run`,
    properties: {
      publisher: 'Microsoft.Azure.Extensions',
      type: 'CustomScript',
      settings: {
        commandToExecute: `curl -fsSL https://ollama.com/install.sh | sh; export T=${secrets.huggingFaceToken}`,
      },
    },
  });
  expect(found.aiSignals).toEqual([{ signal: 'image', place: 'extensions[run].settings', what: 'ollama' }]);
  expect(found.exposedSecrets).toMatchObject([{ place: 'settings.commandToExecute', secretKind: 'huggingFaceToken' }]);
  expect(found.parentId).toBe(`${group}/providers/microsoft.compute/virtualmachines/vm`.toLowerCase());
});

test('a logic app tells hosts, its trigger and keys in its definition', () => {
  const found = survey('logicApp', {
    id: `${group}/providers/Microsoft.Logic/workflows/flow`,
    properties: {
      definition: {
        triggers: { manual: { type: 'Request' } },
        actions: {
          Ask: {
            type: 'Http',
            inputs: {
              uri: 'https://api.openai.com/v1/chat',
              headers: { Authorization: `Bearer ${secrets.openAiKey}` },
            },
          },
        },
      },
      parameters: { key: { value: secrets.azureAiKey } },
    },
  });
  expect(found).toMatchObject({ httpTrigger: true, hosts: ['api.openai.com'], aiSignals: [{ signal: 'host' }] });
  expect(found.exposedSecrets?.map(({ place }) => place)).toEqual([
    'definition.actions.Ask.inputs.headers.Authorization',
    'parameters.key.value',
  ]);
});

test('a tag with a key in it is told on any resource', () => {
  const found = survey('storageAccount', { id: `${group}/x/y`, tags: { note: secrets.entraClientSecret } });
  expect(found.exposedSecrets).toEqual([
    { place: 'tags.note', secretKind: 'entraClientSecret', confidence: 'anchored', opens: 'directory' },
  ]);
  expect(found.tags).toEqual({ note: '(secret removed)' });
});

const account = safe('aiAccount');
const assignment = (principalId: string, scope: string) =>
  safe('roleAssignment', { id: `/ra/${principalId}`, principalId, scope });
const machine = (name: string, principalId: string) =>
  safe('virtualMachine', {
    id: `/subscriptions/s/vm/${name}`,
    identity: { types: [], principalId, userAssignedIds: [], userAssignedPrincipalIds: [] },
  });

test('a machine is kept for a role at AI, above it, below it or through a group, and for no other', () => {
  const machines = ['on', 'above', 'below', 'group', 'elsewhere'].map((name) => machine(name, name));
  const all = [
    account,
    ...machines,
    assignment('on', account.id),
    assignment('above', '/subscriptions/s/resourcegroups/rg'),
    assignment('below', `${account.id}/deployments/x`),
    assignment('g', '/subscriptions/s'),
    assignment('elsewhere', '/subscriptions/s/resourcegroups/other'),
  ];
  const reaching = reachingAi(all, [safe('principal', { id: 'g', memberIds: ['group'] })]);
  const kept = ofConcern(all, { reaching, everySite: false }).filter(({ kind }) => kind === 'virtualMachine');
  expect(kept.map(({ name }) => name)).toEqual(['on', 'above', 'below', 'group']);
});

test('with a machine stay its card, the groups on card and subnet, and extensions that say something', () => {
  const gpu = { signal: 'gpu', place: 'hardwareProfile.vmSize', what: 'Standard_NC4as_T4_v3' } as const;
  const vm = safe('virtualMachine', { aiSignals: [gpu] });
  const subnet = { id: '/vnet/subnets/a', delegations: [], routeTableId: '', networkSecurityGroupId: '/nsg/subnet' };
  const all = [
    vm,
    safe('networkInterface', {
      id: '/nic/ours',
      virtualMachineId: vm.id,
      networkSecurityGroupId: '/nsg/card',
      subnetIds: [subnet.id],
    }),
    safe('networkInterface', { id: '/nic/theirs', virtualMachineId: '/vm/other' }),
    safe('virtualNetwork', { id: '/vnet', subnets: [subnet] }),
    ...['/nsg/card', '/nsg/subnet', '/nsg/other'].map((id) => safe('networkSecurityGroup', { id })),
    safe('vmExtension', { id: '/ext/quiet', parentId: vm.id }),
    safe('vmExtension', { id: '/ext/driver', parentId: vm.id, aiSignals: [{ ...gpu, signal: 'driver' }] }),
  ];
  const kept = ofConcern(all, { reaching: new Set(), everySite: false }).map(({ id }) => id);
  expect(kept).toEqual([vm.id, '/nic/ours', '/vnet', '/nsg/card', '/nsg/subnet', '/ext/driver']);
});

test('a machine that lost its signs left the inventory; one that still shows them was missed', () => {
  const held = { id: '/vm', kind: 'virtualMachine' } as const;
  const body = (vmSize: string) => ({ id: '/vm', properties: { hardwareProfile: { vmSize } } });
  expect(lostItsConcern(held, body('Standard_D4s_v5'))).toBe(true);
  expect(lostItsConcern(held, body('Standard_NC24ads_A100_v4'))).toBe(false);
  expect(lostItsConcern({ id: '/st', kind: 'storageAccount' }, { id: '/st' })).toBe(false);
});

test('signals of one field count once, of one sort once, and ten tenths are all', () => {
  const at = (signal: 'host' | 'key' | 'envName' | 'gpu' | 'driver', place: string) =>
    ({ signal, place, what: 'x' }) as const;
  expect(proofOf([at('host', 'a'), at('key', 'a')])).toMatchObject({ weight: 8, confidence: 'confirmed' });
  expect(proofOf([at('envName', 'a'), at('envName', 'b')])).toMatchObject({ weight: 3, confidence: 'possible' });
  expect(proofOf([at('gpu', 'a'), at('driver', 'b')])).toMatchObject({ weight: 4, confidence: 'likely' });
  expect(proofOf([at('host', 'a'), at('key', 'b')])).toMatchObject({ weight: 10, confidence: 'confirmed' });
  expect(proofOf([])).toMatchObject({ weight: 0, confidence: 'none' });
});
