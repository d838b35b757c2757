import { group, survey } from './reader';

const id = `${group}/providers/Microsoft.Databricks/workspaces/Lake`;

const unsaid = {
  id: id.toLowerCase(),
  name: 'Lake',
  sku: '',
  computeMode: 'Hybrid',
  publicNetworkAccess: 'Enabled',
  privateEndpointConnections: [],
  noPublicIp: false,
  customVirtualNetworkId: '',
  infrastructureEncryption: false,
  managedServicesKeySource: 'Default',
  managedDiskKeySource: 'Default',
  dbfsKeySource: 'Default',
};

test.each([
  ['says nothing', {}],
  ['says null', { sku: null, properties: { parameters: null, encryption: null, publicNetworkAccess: null } }],
  [
    'says null further down',
    {
      properties: { parameters: { enableNoPublicIp: null, encryption: { value: null } }, encryption: { entities: {} } },
    },
  ],
  ['says a text where a boolean belongs', { properties: { parameters: { enableNoPublicIp: { value: 'true' } } } }],
])('a Databricks workspace that %s is open, with public addresses and keys of Microsoft', (_, body) => {
  expect(survey('databricksWorkspace', { id, ...body })).toMatchObject(unsaid);
});

test('one that says all keeps it, in any casing, and no token', () => {
  const properties = {
    publicNetworkAccess: 'disabled',
    computeMode: 'serverless',
    parameters: {
      EnableNoPublicIp: { type: 'Bool', value: true },
      customVirtualNetworkId: { value: `${group}/providers/Microsoft.Network/virtualNetworks/V` },
      requireInfrastructureEncryption: { value: true },
      encryption: { value: { keySource: 'microsoft.keyvault', KeyName: 'k' } },
    },
    encryption: {
      entities: {
        managedServices: { keySource: 'Microsoft.Keyvault', keyVaultProperties: { keyName: 'k' } },
        managedDisk: { keySource: 'MICROSOFT.KEYVAULT' },
      },
    },
    privateEndpointConnections: [
      { properties: { privateEndpoint: { id: '/PE' }, privateLinkServiceConnectionState: { status: 'Approved' } } },
    ],
    authorizations: [{ principalId: 'plain' }],
  };
  const workspace = survey('databricksWorkspace', { id, sku: { name: 'Premium' }, properties });
  expect(workspace).toMatchObject({
    sku: 'Premium',
    computeMode: 'Serverless',
    publicNetworkAccess: 'Disabled',
    noPublicIp: true,
    customVirtualNetworkId: `${group}/providers/microsoft.network/virtualnetworks/v`.toLowerCase(),
    infrastructureEncryption: true,
    managedServicesKeySource: 'Microsoft.Keyvault',
    managedDiskKeySource: 'Microsoft.Keyvault',
    dbfsKeySource: 'Microsoft.Keyvault',
    privateEndpointConnections: [{ privateEndpointId: '/pe', status: 'Approved' }],
  });
  expect(JSON.stringify(workspace)).not.toContain('plain');
});

test('words nobody knows are never those of a safe workspace', () => {
  const properties = {
    publicNetworkAccess: 'Maybe',
    encryption: { entities: { managedDisk: { keySource: 'Vault2' } } },
  };
  expect(survey('databricksWorkspace', { id, properties })).toMatchObject({
    publicNetworkAccess: 'Unrecognised',
    managedDiskKeySource: 'Vault2',
  });
});
