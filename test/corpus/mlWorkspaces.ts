import type { Body } from '../../src/collect/collector';
import type { Raw } from './table';
import {
  diagnostics,
  endpointId,
  otherSub,
  storage,
  storageId,
  subscriptionRaw,
  workspace,
  workspaceId,
} from './bodies';
import {
  absent,
  closed,
  endpoint,
  fails,
  gap,
  lay,
  notTrue,
  open,
  passes,
  row,
  spared,
  table,
  unapproved,
  unsure,
  values,
} from './table';

const strict = 'mlw-public-network-disabled';
const any = 'mlw-network-restricted-any';
const behindVnet = 'mlw-no-public-access-behind-vnet';
const privateLink = 'mlw-private-endpoint-approved';
const ownTenant = 'mlw-private-endpoint-own-tenant';
const managed = 'mlw-managed-network-approved-outbound';
const datastores = 'mlw-system-datastores-identity';
const hbi = 'mlw-hbi-storage-private';
const identity = 'mlw-managed-identity';
const logs = 'mlw-diagnostic-logs';
const secrets = 'mlw-no-plaintext-secrets';
const models = 'mlmodel-security-findings-resolved';

const store = (patch: Body = {}): Raw => ({ kind: 'storageAccount', body: lay(storage, patch) });
const around: readonly Raw[] = [diagnostics(workspaceId), store(), subscriptionRaw];
const labels = {
  ...passes(strict, any, behindVnet, privateLink, ownTenant, managed, datastores, hbi, identity, logs, secrets),
  ...spared(models),
};
const base = { kind: 'mlWorkspace', body: workspace, around, labels } as const;
const connections = 'properties.privateEndpointConnections';
const access = 'properties.publicNetworkAccess';

const child = (kind: Raw['kind'], under: string, path: string, properties: Body): Raw => ({
  kind,
  under,
  body: { id: `${under}/${path}`, name: path.slice(path.lastIndexOf('/') + 1), properties },
});
const online = child('onlineEndpoint', workspaceId, 'onlineEndpoints/e', { authMode: 'AADToken' });
const withVariables = (environmentVariables: unknown): readonly Raw[] => [
  ...around,
  online,
  child('onlineDeployment', `${workspaceId}/onlineEndpoints/e`, 'deployments/blue', { environmentVariables }),
];
const storageKey = `${'Ab1'.repeat(28)}Zz==`;

const model = child('modelVersion', workspaceId, 'models/m/versions/1', { modelType: 'mlflow_model' });
const modelGuid = 'microsoft.machinelearningservices/workspaces';
const assessment = (
  code: string,
  displayName = 'Security findings should be resolved on AI models within Azure Machine Learning resources',
): Raw => ({
  kind: 'assessment',
  body: {
    id: `${workspaceId}/providers/Microsoft.Security/assessments/99999999-9999-4999-8999-999999999999`,
    name: '99999999-9999-4999-8999-999999999999',
    properties: {
      displayName,
      status: { code },
      resourceDetails: { Source: 'Azure', Id: workspaceId, type: modelGuid },
    },
  },
});

const project = { kind: 'Project', 'properties.hubResourceId': `${workspaceId}-hub` };
const byHub = spared(strict, any, behindVnet, privateLink, ownTenant, managed, datastores);

export const mlWorkspaces = table(
  'workspace',
  base,
  values(access, closed, {}),
  values(access, open, fails(strict)),
  values(access, open, fails(strict, any, privateLink), { also: { [connections]: [] } }),
  values(access, ['SecuredByPerimeter'], unsure(strict)),
  values('properties.allowPublicAccessWhenBehindVnet', [true], fails(behindVnet)),
  values('properties.allowPublicAccessWhenBehindVnet', [false, absent, null], {}),
  values(connections, unapproved, fails(privateLink)),
  values(
    connections,
    [[endpoint('approved', endpointId)], [endpoint('Pending'), endpoint('Approved', endpointId)]],
    {},
  ),
  row('an approved endpoint that Azure hides', { [connections]: [endpoint('Approved')] }, fails(ownTenant)),
  row('an approved endpoint with an empty id', { [connections]: [endpoint('Approved', '')] }, fails(ownTenant)),
  row(
    'a pending endpoint that Azure hides',
    { [connections]: [endpoint('Approved', endpointId), endpoint('Pending')] },
    {},
  ),
  values(
    'properties.managedNetwork',
    [
      absent,
      null,
      {},
      { isolationMode: null },
      { isolationMode: 'Disabled' },
      { isolationMode: 'AllowInternetOutbound' },
      { isolationMode: 'Open2027' },
      'AllowOnlyApprovedOutbound',
    ],
    fails(managed),
  ),
  values('properties.managedNetwork', [{ isolationMode: 'allowonlyapprovedoutbound' }], {}),
  values(
    'properties.systemDatastoresAuthMode',
    ['AccessKey', 'accesskey', 'accessKey', absent, null, '', 'Token2027', true],
    fails(datastores),
  ),
  values('properties.systemDatastoresAuthMode', ['Identity', 'identity', 'UserDelegationSAS', 'userDelegationSas'], {}),
  values('properties.hbiWorkspace', notTrue, spared(hbi)),
  ...open.map((value, index) =>
    row(`hbi with a public store, ${index}`, {}, fails(hbi), {
      around: [diagnostics(workspaceId), store({ [access]: value }), subscriptionRaw],
    }),
  ),
  row('hbi with an unread store', {}, unsure(hbi), {
    around: [diagnostics(workspaceId), subscriptionRaw],
    gaps: [gap('storageAccount', storageId)],
  }),
  values('identity', [absent, null, {}, { type: 'None' }, { type: 'none' }], fails(identity)),
  values(
    'identity',
    [{ type: 'UserAssigned' }, { type: 'SystemAssigned,UserAssigned' }, { type: 'systemAssigned' }],
    {},
  ),
  row('no diagnostic setting', {}, fails(logs), { around: [store(), subscriptionRaw] }),
  row('diagnostic settings unread', {}, unsure(logs), {
    around: [store(), subscriptionRaw],
    gaps: [gap('diagnosticSetting', workspaceId)],
  }),
  ...(
    [
      ['one category', { logs: [{ category: 'AmlComputeJobEvent', enabled: true }] }, 'pass'],
      ['all off', { logs: [{ category: 'AmlComputeJobEvent', enabled: false }] }, 'fail'],
      ['metrics only', { logs: null, metrics: [{ category: 'AllMetrics', enabled: true }] }, 'fail'],
      ['no destination', { workspaceId: '' }, 'fail'],
    ] as const
  ).map(([name, properties, status]) =>
    row(
      `logs: ${name}`,
      {},
      { [logs]: status },
      {
        around: [diagnostics(workspaceId, properties), store(), subscriptionRaw],
      },
    ),
  ),
  // Hub and project: the hub is judged for both.
  row('a project', project, byHub),
  row('a project, open', { ...project, [access]: 'Enabled', [connections]: [] }, byHub),
  row('a project, casing', { ...project, kind: 'project' }, byHub),
  values('kind', ['Hub', 'hub', 'FeatureStore', absent, null, 'Default'], {}),
  row('a plain variable', {}, {}, { around: withVariables({ LOG_LEVEL: 'info', PORT: '8080' }) }),
  row('no variables', {}, {}, { around: withVariables(null) }),
  row('a storage key in a variable', {}, fails(secrets), {
    around: withVariables({
      CONN: `DefaultEndpointsProtocol=https;AccountName=st;AccountKey=${storageKey};EndpointSuffix=core.windows.net`,
    }),
  }),
  row('deployments unread', {}, unsure(secrets), {
    around: [...around, online],
    gaps: [gap('onlineDeployment', `${workspaceId}/onlineEndpoints/e`)],
  }),
  row('endpoints unread', {}, unsure(secrets), { gaps: [gap('onlineEndpoint', workspaceId)] }),
  row('a model with an open finding', {}, fails(models), { around: [...around, model, assessment('Unhealthy')] }),
  row('a model with a closed finding', {}, passes(models), { around: [...around, model, assessment('Healthy')] }),
  row('a model that nobody scanned', {}, unsure(models), { around: [...around, model] }),
  row('models unread', {}, unsure(models), { gaps: [gap('assessment', subscriptionRaw.body['id'] as string)] }),
  row(
    'an endpoint from another subscription of the tenant',
    { [connections]: [endpoint('Approved', endpointId.replace(/^\/subscriptions\/[^/]+/, otherSub))] },
    {},
    {
      around: [
        ...around,
        { kind: 'subscription', body: { ...subscriptionRaw.body, id: otherSub, subscriptionId: otherSub.slice(15) } },
      ],
    },
  ),
  row(
    'an endpoint from a subscription of another tenant',
    { [connections]: [endpoint('Approved', endpointId.replace(/^\/subscriptions\/[^/]+/, otherSub))] },
    fails(ownTenant),
    {
      around: [
        ...around,
        {
          kind: 'subscription',
          body: {
            ...subscriptionRaw.body,
            id: otherSub,
            subscriptionId: otherSub.slice(15),
            tenantId: '77777777-7777-4777-8777-777777777777',
          },
        },
      ],
    },
  ),
);
