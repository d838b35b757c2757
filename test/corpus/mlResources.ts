import type { Body } from '../../src/collect/collector';
import { group, subnetId, workspace, workspaceId, workspaceRaw, subscriptionRaw } from './bodies';
import type { Raw } from './table';
import { absent, closed, fails, lay, notTrue, open, passes, row, spared, table, unsure, values } from './table';

const ssh = 'mlcompute-ci-ssh-public';
const vnet = 'mlcompute-in-vnet';
const localAuth = 'mlcompute-local-auth-disabled';
const publicIp = 'mlcompute-no-public-ip';
const port = 'mlcompute-ssh-port-closed';

const unmanaged: Raw = { kind: 'mlWorkspace', body: lay(workspace, { 'properties.managedNetwork': absent }) };
const inner = 'properties.properties';
const compute = (computeType: string, properties: Body): Body => ({
  id: `${workspaceId}/computes/c1`,
  name: 'c1',
  location: 'norwayeast',
  properties: { computeType, disableLocalAuth: true, provisioningState: 'Succeeded', properties },
});

const instances = table(
  'compute instance',
  {
    kind: 'compute',
    under: workspaceId,
    body: compute('ComputeInstance', {
      vmSize: 'STANDARD_DS3_V2',
      subnet: { id: subnetId },
      enableNodePublicIp: false,
      sshSettings: { sshPublicAccess: 'Disabled' },
      applicationSharingPolicy: 'Personal',
      state: 'Running',
    }),
    around: [unmanaged],
    labels: { ...passes(ssh, vnet, localAuth, publicIp), ...spared(port) },
  },
  values(`${inner}.sshSettings.sshPublicAccess`, ['Enabled', 'enabled', 'Open2027'], fails(ssh)),
  values(`${inner}.sshSettings.sshPublicAccess`, ['Disabled', 'disabled', absent, null], {}),
  values(`${inner}.sshSettings`, [absent, null, {}], {}),
  values('properties.disableLocalAuth', notTrue, fails(localAuth)),
  values(`${inner}.enableNodePublicIp`, [true, absent, null, 'false'], fails(publicIp)),
  values(`${inner}.subnet`, [absent, null, {}, { id: null }, { id: '' }], fails(vnet)),
  row(
    'in a managed network',
    { [`${inner}.subnet`]: absent, [`${inner}.enableNodePublicIp`]: absent },
    {},
    { around: [workspaceRaw] },
  ),
  row(
    'in a managed network with internet',
    { [`${inner}.subnet`]: null, [`${inner}.enableNodePublicIp`]: null },
    {},
    {
      around: [
        {
          kind: 'mlWorkspace',
          body: lay(workspace, { 'properties.managedNetwork.isolationMode': 'AllowInternetOutbound' }),
        },
      ],
    },
  ),
  row('a public address in a managed network', { [`${inner}.enableNodePublicIp`]: true }, fails(publicIp), {
    around: [workspaceRaw],
  }),
  values('properties.computeType', ['computeinstance', 'COMPUTEINSTANCE'], {}),
  values(
    'properties.computeType',
    ['Kubernetes', 'Databricks', 'VirtualMachine', 'SynapseSpark', 'DataFactory'],
    spared(ssh, vnet, localAuth, publicIp),
  ),
);

const clusters = table(
  'cluster',
  {
    kind: 'compute',
    under: workspaceId,
    body: compute('AmlCompute', {
      vmSize: 'STANDARD_NC6',
      subnet: { id: subnetId },
      enableNodePublicIp: false,
      remoteLoginPortPublicAccess: 'Disabled',
      scaleSettings: { minNodeCount: 0, maxNodeCount: 4 },
    }),
    around: [unmanaged],
    labels: { ...passes(port, vnet, localAuth, publicIp), ...spared(ssh) },
  },
  values(
    `${inner}.remoteLoginPortPublicAccess`,
    ['Enabled', 'enabled', 'NotSpecified', absent, null, '', 'Open2027', false],
    fails(port),
  ),
  values(`${inner}.remoteLoginPortPublicAccess`, ['disabled', 'DISABLED'], {}),
  values('properties.disableLocalAuth', notTrue, fails(localAuth)),
  values(`${inner}.enableNodePublicIp`, [true, absent, null], fails(publicIp)),
  values(`${inner}.subnet`, [absent, null, {}], fails(vnet)),
  values(inner, [absent, null, {}], fails(port, vnet, publicIp)),
);

const identityBased = 'mldatastore-identity-based';
const datastores = table(
  'datastore',
  {
    kind: 'datastore',
    under: workspaceId,
    body: {
      id: `${workspaceId}/datastores/d1`,
      name: 'd1',
      properties: {
        datastoreType: 'AzureBlob',
        accountName: 'stfjell',
        containerName: 'data',
        credentials: { credentialsType: 'None' },
      },
    },
    around: [workspaceRaw],
    labels: passes(identityBased),
  },
  values(
    'properties.credentials.credentialsType',
    ['AccountKey', 'accountkey', 'Sas', 'ServicePrincipal', 'Certificate', 'Token2027', absent, null, ''],
    fails(identityBased),
  ),
  values('properties.credentials.credentialsType', ['none', 'NONE'], {}),
  values('properties.credentials', [absent, null, {}], fails(identityBased)),
);

const shared = 'mlregistry-cross-tenant-share';
const registryNetwork = 'mlregistry-public-network-disabled';
const region = (allowBlobPublicAccess: unknown): Body => ({
  location: 'norwayeast',
  acrDetails: [],
  storageAccountDetails: [{ systemCreatedStorageAccount: { storageAccountName: 's', allowBlobPublicAccess } }],
});
const registries = table(
  'model registry',
  {
    kind: 'mlRegistry',
    body: {
      id: `${group}/providers/Microsoft.MachineLearningServices/registries/bibliotek`,
      name: 'bibliotek',
      location: 'norwayeast',
      identity: { type: 'SystemAssigned' },
      properties: { publicNetworkAccess: 'Disabled', regionDetails: [region(false)] },
    },
    around: [subscriptionRaw],
    labels: passes(shared, registryNetwork),
  },
  values('properties.publicNetworkAccess', open, fails(registryNetwork)),
  values('properties.publicNetworkAccess', closed, {}),
  values('properties.publicNetworkAccess', ['SecuredByPerimeter'], unsure(registryNetwork)),
  values('properties.regionDetails', [[region(true)], [region(false), region(true)]], fails(shared)),
  values('properties.regionDetails', [absent, null, [], [region(false)], [region(null)]], {}),
);

export const mlResources = [...instances, ...clusters, ...datastores, ...registries];
