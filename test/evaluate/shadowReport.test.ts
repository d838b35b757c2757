import { surveyCollectors } from '../../src/collect';
import { shadowReport } from '../../src/evaluate';
import { defaultPolicy } from '../../src/model/policy';
import type { Resource } from '../../src/model/resource';
import type { Run } from '../../src/model/run';
import { madeUp } from '../kit/keys';
import { safe } from '../kit/safe';
import type { ArmBody } from '../azure/tenant';
import {
  containerApp,
  containerGroup,
  logicApp,
  managedCluster,
  openCard,
  virtualMachine,
  vmExtension,
  webApp,
} from '../azure/builders/workloads';

const place = { subscriptionId: '0f1e', group: 'rg' };
type Planted = readonly [ArmBody, ...ArmBody[]];

const gpuMachine = (name: string, more: Parameters<typeof virtualMachine>[3] = {}): ArmBody =>
  virtualMachine(place, name, 'Standard_NC24ads_A100_v4', more);
const driver = (machine: ArmBody): ArmBody =>
  vmExtension(machine, 'gpu', 'Microsoft.HpcCompute', 'NvidiaGpuDriverLinux');
const withDriver = (machine: ArmBody): Planted => [machine, driver(machine)];
const plan = (publisher: string, product: string) => ({ plan: { name: 'x', publisher, product } });

const confirmed: readonly Planted[] = [
  [containerApp(place, 'ca-openai', { OPENAI_BASE_URL: 'https://api.openai.com/v1' })],
  [containerApp(place, 'ca-claude', { ANTHROPIC_API_KEY: madeUp('anthropicKey') })],
  [containerApp(place, 'ca-foreign', { AZURE_OPENAI_ENDPOINT: 'https://elsewhere.openai.azure.com' })],
  [containerGroup(place, 'aci-vllm', 'docker.io/vllm/vllm-openai:v0.7', {})],
  [containerGroup(place, 'aci-tgi', 'acr.azurecr.io/mirror/tgi:1', { MODEL_ID: 'm', NUM_SHARD: '2' })],
  [webApp(place, 'app-webui', { linuxFxVersion: 'DOCKER|ghcr.io/open-webui/open-webui:main' })],
  [logicApp(place, 'flow-gemini', 'https://generativelanguage.googleapis.com/v1/models')],
  ((machine) =>
    [
      machine,
      vmExtension(machine, 'run', 'Microsoft.Azure.Extensions', 'CustomScript', {
        commandToExecute: 'curl https://ollama.com/install.sh | sh',
      }),
    ] as const)(gpuMachine('vm-a')),
  ((machine) => [machine, driver(machine), ...openCard(place, machine, '11434')] as const)(gpuMachine('vm-ollama')),
  [containerApp(place, 'ca-groq', { LLM: madeUp('groqKey') })],
];
const likely: readonly Planted[] = [
  withDriver(gpuMachine('vm-train')),
  withDriver(virtualMachine(place, 'vm-h100', 'Standard_NC40ads_H100_v5')),
  ((machine) => [machine, ...openCard(place, machine, '8000')] as const)(gpuMachine('vm-serve')),
  [virtualMachine(place, 'vm-dsvm', 'Standard_D8s_v5', plan('microsoft-dsvm', 'ubuntu-2204'))],
  [virtualMachine(place, 'vm-nim', 'Standard_D8s_v5', plan('nvidia', 'nim-microservices'))],
  [virtualMachine(place, 'vm-h2o', 'Standard_D8s_v5', plan('h2o-ai', 'h2o-driverless'))],
  [containerApp(place, 'ca-proxy', { OPENAI_API_BASE: 'https://gate.halden.example/v1' })],
  [managedCluster(place, 'aks-vllm', 'Standard_ND96isr_H100_v5', { tags: { app: 'vllm' } })],
  [
    containerGroup(
      place,
      'aci-litellm-proxy',
      'acr.azurecr.io/base:1',
      {},
      { properties: { ipAddress: { type: 'Public', ports: [{ port: 4000 }] } } },
    ),
  ],
  [containerApp(place, 'ca-gpu', { HF_TOKEN: '' }, { properties: { workloadProfileName: 'NC24-A100' } })],
];
const lookAlikes: readonly Planted[] = [
  [virtualMachine(place, 'vm-claude-debussy', 'Standard_D4s_v5', { tags: { owner: 'Claude Debussy GmbH' } })],
  ((machine) => [machine, ...openCard(place, machine, '8080')] as const)(
    virtualMachine(place, 'vm-tomcat', 'Standard_D2s_v5'),
  ),
  withDriver(virtualMachine(place, 'vd-desktop', 'Standard_NV36ads_A10_v5', { tags: { use: 'virtual-desktop' } })),
  [containerApp(place, 'ca-keys', { KEY_VERSION: madeUp('hexKey'), MAX_TOKENS: '4096' })],
  [webApp(place, 'openai-docs', { linuxFxVersion: 'NODE|22-lts' })],
  [containerApp(place, 'ca-notopenai', { UPSTREAM: 'https://api.openai.com.halden.example' })],
  [containerGroup(place, 'aci-ray', 'acr.azurecr.io/x-ray/viewer:2', {})],
  [virtualMachine(place, 'vm-fpga', 'Standard_NP10s')],
  [logicApp(place, 'flow-erp', 'https://erp.halden.example/gpt')],
  [
    containerApp(place, 'ca-managed', {
      AZURE_OPENAI_ENDPOINT: 'https://acct.openai.azure.com',
      AZURE_OPENAI_DEPLOYMENT: 'gpt',
    }),
  ],
];

const convert = (body: ArmBody): Resource => {
  const collector = surveyCollectors.find(({ types }) => types.includes(String(body.type).toLowerCase()))!;
  return collector.convert(body)!.resource;
};
const resources = [safe('aiAccount'), ...[...confirmed, ...likely, ...lookAlikes].flat().map(convert)];
const run = { resources, takenAt: '2026-11-24T06:00:00Z' } as unknown as Run;
const told = shadowReport(run, defaultPolicy).workloads;
const of = (planted: readonly Planted[]): readonly string[] =>
  planted.map(([main]) => told.find(({ id }) => id === main.id.toLowerCase())?.confidence ?? 'not told');

test('thirty planted workloads: precision and recall from likely on, and no look-alike confirmed', () => {
  const wanted = [...of(confirmed), ...of(likely)];
  const found = wanted.filter((one) => one === 'confirmed' || one === 'likely').length;
  const wrong = of(lookAlikes).filter((one) => one === 'confirmed' || one === 'likely').length;
  const recall = found / wanted.length;
  const precision = found / (found + wrong);
  process.stdout.write(
    `shadow AI: ${wanted.length} planted, ${lookAlikes.length} look-alikes; at likely or more precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}; look-alikes confirmed ${of(lookAlikes).filter((one) => one === 'confirmed').length}\n`,
  );
  expect(of(confirmed)).toEqual(confirmed.map(() => 'confirmed'));
  expect(of(likely)).toEqual(likely.map(() => 'likely'));
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.95);
  expect(of(lookAlikes)).not.toContain('confirmed');
});

test('a workload that calls an inventoried account is told with it, and is no shadow', () => {
  expect(told.find(({ name }) => name === 'ca-managed')).toMatchObject({
    confidence: 'none',
    managedHosts: ['acct.openai.azure.com'],
  });
});

test('the register is told beside the confidence, and ends', () => {
  const entry = (until: string) => ({
    sanctioned: [{ id: '/subscriptions/0f1e/resourcegroups/rg', until, why: 'lab of team-ai' }],
  });
  const first = (until: string) => shadowReport(run, { ...defaultPolicy, ...entry(until) }).workloads[0];
  expect(first('2026-11-24')).toMatchObject({ confidence: 'confirmed', sanctioned: 'lab of team-ai' });
  expect(first('2026-11-23')).toMatchObject({ confidence: 'confirmed', sanctioned: '' });
});

test('what is possible at most is told on demand only', () => {
  const possible = ({ confidence }: { confidence: string }): boolean => confidence === 'possible';
  expect(told.filter(possible)).toEqual([]);
  const gpu = convert(gpuMachine('vm-alone'));
  const alone = { ...run, resources: [gpu] };
  expect(shadowReport(alone, defaultPolicy, true).workloads.filter(possible)).toHaveLength(1);
});

test('secrets are told with their place, what they open, and whether that refuses keys', () => {
  const secret = {
    place: 'tags.k',
    secretKind: 'azureAiKey',
    confidence: 'anchored',
    opens: 'ai',
    opensHost: 'acct.openai.azure.com',
  } as const;
  const held = safe('containerApp', { exposedSecrets: [secret] });
  const { secrets } = shadowReport({ ...run, resources: [safe('aiAccount'), held] }, defaultPolicy);
  expect(secrets).toEqual([
    { ...secret, id: held.id, name: 'ca', kind: 'containerApp', opensId: safe('aiAccount').id, dead: true },
  ]);
});

describe('gateways and consents', () => {
  const backend = (host: string) => safe('apimBackend', { host });
  const rows = (resource: Resource, policy = {}) =>
    shadowReport({ ...run, resources: [safe('aiAccount'), resource] }, { ...defaultPolicy, ...policy }).workloads;

  test('a backend or an API that leads to a vendor, or to an account that nobody inventoried, is told', () => {
    expect(rows(backend('api.openai.com'))).toMatchObject([
      { kind: 'apimBackend', confidence: 'confirmed', why: ['host api.openai.com at url'] },
    ]);
    expect(rows(safe('apimApi', { serviceHost: 'elsewhere.openai.azure.com' }))).toMatchObject([{ kind: 'apimApi' }]);
  });

  test.each([['acct.openai.azure.com'], ['erp.halden.example'], ['']])('one that leads to %j is not', (host) => {
    expect(rows(backend(host))).toEqual([]);
  });

  test('the register clears its host, and answers for a gateway by id', () => {
    expect(rows(backend('api.openai.com'), { sanctioned: [{ host: 'api.openai.com', why: 'x' }] })).toEqual([]);
    const { id } = backend('');
    const known = { sanctioned: [{ id, why: 'contract 12' }] };
    expect(rows(backend('api.openai.com'), known)).toMatchObject([{ sanctioned: 'contract 12' }]);
  });

  test('a consent is told with what it opens, and the register answers for it by application id', () => {
    const app = safe('consentedApp', { scopes: ['Mail.Read', 'openid'], forEveryone: true, isEnabled: false });
    expect(rows(app)).toMatchObject([
      {
        confidence: 'confirmed',
        why: ['appId OpenAI at appId', 'consented Mail.Read for everyone', 'sign-in is off'],
        sanctioned: '',
      },
    ]);
    expect(rows(app, { sanctioned: [{ appId: 'app-1', why: 'pilot' }] })).toMatchObject([{ sanctioned: 'pilot' }]);
  });
});
