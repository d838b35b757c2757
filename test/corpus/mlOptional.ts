import { diagnostics, subscriptionRaw, storageRaw, workspace, workspaceId, vaultId } from './bodies';
import { absent, fails, lay, notTrue, passes, spared, table, values } from './table';

const cmk = 'mlw-cmk';
const hbi = 'mlw-high-business-impact';
const peRule = 'mlw-managed-network-pe-rule';
const tagged = 'mlw-tagged';
const userAssigned = 'mlw-user-assigned-identity';

const rule = (type: unknown) => ({ store: { type, category: 'UserDefined', destination: {} } });
const project = { kind: 'Project', 'properties.hubResourceId': `${workspaceId}-hub` };
const key = { keyVaultArmId: vaultId, keyIdentifier: 'https://kv-cmk.vault.azure.net/keys/cmk/1' };
const rules = 'properties.managedNetwork.outboundRules';

export const mlOptional = table(
  'workspace, hygiene',
  {
    kind: 'mlWorkspace',
    body: lay(workspace, {
      tags: { owner: 'x' },
      'properties.primaryUserAssignedIdentity': `${workspaceId}-id`,
      identity: { type: 'UserAssigned', userAssignedIdentities: { [`${workspaceId}-id`]: { principalId: 'p' } } },
      [rules]: rule('PrivateEndpoint'),
    }),
    around: [diagnostics(workspaceId), storageRaw, subscriptionRaw],
    labels: passes(cmk, hbi, peRule, tagged, userAssigned),
  },
  values(
    'properties.encryption',
    [
      absent,
      null,
      {},
      { status: 'Enabled' },
      { status: 'Enabled', keyVaultProperties: {} },
      { status: 'Disabled', keyVaultProperties: key },
      { status: 'disabled', keyVaultProperties: key },
    ],
    fails(cmk),
  ),
  values('properties.encryption', [{ status: 'enabled', keyVaultProperties: key }], {}),
  values('properties.encryption', [{ status: 'Disabled' }, absent], spared(cmk, peRule, hbi), { also: project }),
  values('properties.hbiWorkspace', notTrue, fails(hbi)),
  values(rules, [absent, null, {}, [], rule('FQDN'), rule('ServiceTag'), rule(null)], fails(peRule)),
  values(rules, [rule('privateendpoint'), { ...rule('PrivateEndpoint'), web: { type: 'FQDN' } }], {}),
  values('tags', [absent, null, {}, []], fails(tagged)),
  values('properties.primaryUserAssignedIdentity', [absent, null, ''], fails(userAssigned)),
  values('identity', [absent, null, { type: 'SystemAssigned' }, { type: 'None' }], fails(userAssigned)),
  values(
    'identity',
    [{ type: 'SystemAssigned,UserAssigned', userAssignedIdentities: { [`${workspaceId}-id`]: {} } }],
    {},
  ),
);
