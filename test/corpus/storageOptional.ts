import { approvedList, storage, workspaceRaw } from './bodies';
import { absent, endpoint, fails, lay, notTrue, passes, spared, table, unapproved, values } from './table';

const cmk = 'storage-cmk';
const twice = 'storage-infrastructure-encryption';
const users = 'storage-local-users-off';
const privateLink = 'storage-private-endpoint';
const signatures = 'storage-sas-expiration-policy';
const trusted = 'storage-trusted-services-bypass';

const key = { keyvaulturi: 'https://kv-cmk.vault.azure.net', keyname: 'cmk' };
const open = { 'properties.publicNetworkAccess': 'Enabled', 'properties.privateEndpointConnections': approvedList };

export const storageOptional = table(
  'storage, hygiene',
  {
    kind: 'storageAccount',
    body: lay(storage, {
      'properties.allowSharedKeyAccess': true,
      'properties.isLocalUserEnabled': false,
      'properties.sasPolicy': { sasExpirationPeriod: '1.00:00:00', expirationAction: 'Log' },
      'properties.encryption': {
        keySource: 'Microsoft.Keyvault',
        keyvaultproperties: key,
        requireInfrastructureEncryption: true,
      },
    }),
    around: [workspaceRaw],
    labels: passes(cmk, twice, users, privateLink, signatures, trusted),
  },
  values('properties.encryption.keySource', ['Microsoft.Storage', absent, null, '', 'Hsm2027'], fails(cmk)),
  values('properties.encryption.keySource', ['microsoft.keyvault'], {}),
  values('properties.encryption.keyvaultproperties', [absent, null, {}], fails(cmk)),
  values('properties.encryption', [absent, null, {}], fails(cmk, twice)),
  values('properties.encryption.requireInfrastructureEncryption', notTrue, fails(twice)),
  values('properties.isLocalUserEnabled', [true], fails(users)),
  values('properties.isLocalUserEnabled', [absent, null], {}),
  values('properties.privateEndpointConnections', unapproved, fails(privateLink)),
  values('properties.privateEndpointConnections', [[endpoint('approved')]], {}),
  values('properties.sasPolicy', [absent, null, {}], fails(signatures)),
  values('properties.sasPolicy', [absent], spared(signatures), { also: { 'properties.allowSharedKeyAccess': false } }),
  values('properties.networkAcls.bypass', ['None', 'Logging', 'Logging, Metrics'], fails(trusted), { also: open }),
  values('properties.networkAcls.bypass', ['azureservices', 'Logging, AzureServices', absent], {}, { also: open }),
);
