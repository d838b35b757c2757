import type { Body } from '../../src/collect/collector';
import {
  accountId,
  accountRaw,
  approvedList,
  cosmosId,
  diagnostics,
  group,
  registryId,
  sub,
  subscriptionRaw,
  vaultId,
  workspace,
  workspaceRaw,
} from './bodies';
import type { Raw } from './table';
import {
  absent,
  closed,
  fails,
  gap,
  lay,
  notTrue,
  open,
  passes,
  row,
  table,
  unapproved,
  unsure,
  values,
} from './table';

const softDelete = 'kv-soft-delete';
const kvLogs = 'kv-diagnostic-logs';
const kvLink = 'kv-private-endpoint';
const vault = (id: string): Body => ({
  id,
  name: id.slice(id.lastIndexOf('/') + 1),
  properties: {
    vaultUri: `https://${id.slice(id.lastIndexOf('/') + 1)}.vault.azure.net/`,
    enableSoftDelete: true,
    privateEndpointConnections: approvedList,
  },
});
const audit = (enabled: unknown, category = 'AuditEvent'): Raw =>
  diagnostics(vaultId, { logs: [{ category, enabled }] });
const vaults = table(
  'vault, hygiene',
  {
    kind: 'keyVault',
    body: vault(vaultId),
    around: [workspaceRaw, diagnostics(vaultId)],
    labels: passes(softDelete, kvLogs, kvLink),
  },
  values('properties.enableSoftDelete', [false], fails(softDelete)),
  values('properties.enableSoftDelete', [absent, null], {}),
  values('properties.privateEndpointConnections', unapproved, fails(kvLink)),
  row('audit events', {}, {}, { around: [workspaceRaw, audit(true)] }),
  row('audit events off', {}, fails(kvLogs), { around: [workspaceRaw, audit(false)] }),
  row('other logs', {}, fails(kvLogs), { around: [workspaceRaw, audit(true, 'AzurePolicyEvaluationDetails')] }),
  row('no diagnostic setting', {}, fails(kvLogs), { around: [workspaceRaw] }),
  row('diagnostic settings unread', {}, unsure(kvLogs), {
    around: [workspaceRaw],
    gaps: [gap('diagnosticSetting', vaultId)],
  }),
);

const keyExpiry = 'kv-key-expiry';
const rotation = 'kv-key-rotation-policy';
const secretExpiry = 'kv-secret-expiry';
const cmkVault = `${group}/providers/Microsoft.KeyVault/vaults/kv-cmk`;
const inYears = 1_827_000_000;
const keys = table(
  'key of an account',
  {
    kind: 'vaultKey',
    under: cmkVault,
    body: {
      id: `${cmkVault}/keys/cmk`,
      name: 'cmk',
      properties: {
        attributes: { enabled: true, exp: inYears },
        rotationPolicy: { lifetimeActions: [{ trigger: { timeAfterCreate: 'P1Y' }, action: { type: 'rotate' } }] },
      },
    },
    around: [accountRaw, { kind: 'keyVault', body: vault(cmkVault) }],
    labels: passes(keyExpiry, rotation),
  },
  values('properties.attributes.exp', [absent, null], fails(keyExpiry)),
  values(
    'properties.rotationPolicy',
    [absent, null, {}, { lifetimeActions: [] }, { lifetimeActions: [{ action: { type: 'notify' } }] }],
    fails(rotation),
  ),
);
const secrets = table(
  'secret of a workspace',
  {
    kind: 'vaultSecret',
    under: vaultId,
    body: { id: `${vaultId}/secrets/s`, name: 's', properties: { attributes: { enabled: true, exp: inYears } } },
    around: [workspaceRaw, { kind: 'keyVault', body: vault(vaultId) }],
    labels: passes(secretExpiry),
  },
  values('properties.attributes.exp', [absent, null], fails(secretExpiry)),
);

const images = 'acr-image-trust-and-scan';
const acrCmk = 'acr-cmk';
const exporting = 'acr-export-disabled';
const acrLink = 'acr-private-endpoint';
const armTokens = 'acr-token-auth-hardened';
const plan = (pricingTier: string): Raw => ({
  kind: 'defenderPlan',
  under: sub,
  body: {
    id: `${sub}/providers/Microsoft.Security/pricings/Containers`,
    name: 'Containers',
    properties: { pricingTier },
  },
});
const policies = 'properties.policies';
const noQuarantine = { [`${policies}.quarantinePolicy`]: { status: 'disabled' } };
const planned = (tier: string): readonly Raw[] => [workspaceRaw, subscriptionRaw, plan(tier)];
const registries = table(
  'registry, hygiene',
  {
    kind: 'containerRegistry',
    body: {
      id: registryId,
      name: 'crfjell',
      sku: { name: 'Premium', tier: 'Premium' },
      properties: {
        loginServer: 'crfjell.azurecr.io',
        privateEndpointConnections: approvedList,
        encryption: {
          status: 'enabled',
          keyVaultProperties: { keyIdentifier: 'https://kv-cmk.vault.azure.net/keys/cmk' },
        },
        policies: {
          quarantinePolicy: { status: 'enabled' },
          trustPolicy: { type: 'Notary', status: 'enabled' },
          exportPolicy: { status: 'disabled' },
          azureADAuthenticationAsArmPolicy: { status: 'disabled' },
        },
      },
    },
    around: planned('Standard'),
    labels: passes(images, acrCmk, exporting, acrLink, armTokens),
  },
  values(`${policies}.exportPolicy`, [{ status: 'enabled' }, {}, absent, null], fails(exporting)),
  values(`${policies}.exportPolicy`, [{ status: 'Disabled' }], {}),
  values(
    `${policies}.azureADAuthenticationAsArmPolicy`,
    [{ status: 'enabled' }, {}, absent, null, { status: 'Some2027' }],
    fails(armTokens),
  ),
  values('properties.encryption', [absent, null, {}, { status: 'disabled' }], fails(acrCmk)),
  values('properties.privateEndpointConnections', unapproved, fails(acrLink)),
  row('Defender for Containers instead of a quarantine', noQuarantine, {}),
  row('neither quarantine nor Defender', noQuarantine, fails(images), { around: planned('Free') }),
  row('plans unread', noQuarantine, unsure(images), {
    around: [workspaceRaw, subscriptionRaw],
    gaps: [gap('defenderPlan', sub)],
  }),
);

const cosmosCmk = 'cosmos-cmk';
const cosmosLink = 'cosmos-private-endpoint';
const threads: Raw = {
  kind: 'connection',
  under: accountId,
  body: {
    id: `${accountId}/connections/threads`,
    name: 'threads',
    properties: { category: 'CosmosDb', authType: 'AAD', metadata: { ResourceId: cosmosId } },
  },
};
const databases = table(
  'cosmos, hygiene',
  {
    kind: 'cosmosAccount',
    body: {
      id: cosmosId,
      name: 'cosmos-fjell',
      properties: {
        keyVaultKeyUri: 'https://kv-cmk.vault.azure.net/keys/cmk',
        privateEndpointConnections: approvedList,
      },
    },
    around: [accountRaw, threads],
    labels: passes(cosmosCmk, cosmosLink),
  },
  values('properties.keyVaultKeyUri', [absent, null, ''], fails(cosmosCmk)),
  values('properties.privateEndpointConnections', unapproved, fails(cosmosLink)),
);

const senders = 'appinsights-entra-ingestion';
const traces = 'appinsights-private-ingestion-query';
const insightsId = `${group}/providers/Microsoft.Insights/components/ai-fjell`;
const insights = table(
  'Application Insights',
  {
    kind: 'appInsights',
    body: {
      id: insightsId,
      name: 'ai-fjell',
      properties: {
        DisableLocalAuth: true,
        publicNetworkAccessForIngestion: 'Disabled',
        publicNetworkAccessForQuery: 'Disabled',
      },
    },
    around: [{ kind: 'mlWorkspace', body: lay(workspace, { 'properties.applicationInsights': insightsId }) }],
    labels: passes(senders, traces),
  },
  values('properties.DisableLocalAuth', notTrue, fails(senders)),
  ...['Ingestion', 'Query'].flatMap((use) => [
    values(`properties.publicNetworkAccessFor${use}`, open, fails(traces)),
    values(`properties.publicNetworkAccessFor${use}`, closed, {}),
  ]),
);

export const storesOptional = [...vaults, ...keys, ...secrets, ...registries, ...databases, ...insights];
