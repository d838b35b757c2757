import { approvedList, diagnostics, group, subnetId } from './bodies';
import { absent, closed, fails, gap, notTrue, open, passes, row, table, unapproved, unsure, values } from './table';

const publicNetwork = 'databricks-public-network-disabled';
const publicIp = 'databricks-no-public-ip';
const vnet = 'databricks-vnet-injected';
const logs = 'databricks-diagnostic-logs';
const cmk = 'databricks-cmk';
const twice = 'databricks-infrastructure-encryption';
const premium = 'databricks-premium-sku';
const privateLink = 'databricks-private-endpoint';

const id = `${group}/providers/Microsoft.Databricks/workspaces/dbw`;
const vault = { keySource: 'Microsoft.Keyvault', keyVaultProperties: { keyName: 'cmk' } };
const parameters = 'properties.parameters';
const entities = 'properties.encryption.entities';
const noKey: readonly unknown[] = [absent, null, {}, { keySource: 'Default' }, { keySource: 'Hsm2027' }];

export const databricks = table(
  'databricks',
  {
    kind: 'databricksWorkspace',
    body: {
      id,
      name: 'dbw',
      location: 'norwayeast',
      sku: { name: 'premium' },
      properties: {
        publicNetworkAccess: 'Disabled',
        privateEndpointConnections: approvedList,
        encryption: { entities: { managedServices: vault, managedDisk: vault } },
        parameters: {
          enableNoPublicIp: { type: 'Bool', value: true },
          customVirtualNetworkId: { type: 'String', value: subnetId.replace(/\/subnets\/.*$/, '') },
          requireInfrastructureEncryption: { type: 'Bool', value: true },
          encryption: { type: 'Object', value: { keySource: 'Microsoft.Keyvault', KeyName: 'cmk' } },
        },
      },
    },
    around: [diagnostics(id)],
    labels: passes(publicNetwork, publicIp, vnet, logs, cmk, twice, premium, privateLink),
  },
  values('properties.publicNetworkAccess', open, fails(publicNetwork)),
  values('properties.publicNetworkAccess', closed, {}),
  values(`${parameters}.enableNoPublicIp.value`, notTrue, fails(publicIp)),
  values(`${parameters}.enableNoPublicIp`, [absent, null], fails(publicIp)),
  values(`${parameters}.customVirtualNetworkId.value`, [absent, null, ''], fails(vnet)),
  values(`${parameters}.requireInfrastructureEncryption.value`, notTrue, fails(twice)),
  values(`${entities}.managedServices`, noKey, fails(cmk)),
  values(`${entities}.managedDisk`, noKey, fails(cmk)),
  values(`${parameters}.encryption.value`, noKey, fails(cmk)),
  values('sku', [{ name: 'standard' }, { name: 'trial' }, absent, null], fails(premium)),
  values('sku', [{ name: 'Premium' }], {}),
  values('properties.privateEndpointConnections', unapproved, fails(privateLink)),
  row('no diagnostic setting', {}, fails(logs), { around: [] }),
  row('diagnostic settings unread', {}, unsure(logs), { around: [], gaps: [gap('diagnosticSetting', id)] }),
  ...[[], [{ category: 'jobs', enabled: false }]].map((list) =>
    row(`logs ${JSON.stringify(list)}`, {}, fails(logs), { around: [diagnostics(id, { logs: list })] }),
  ),
  row('one category', {}, {}, { around: [diagnostics(id, { logs: [{ category: 'jobs', enabled: true }] })] }),
);
