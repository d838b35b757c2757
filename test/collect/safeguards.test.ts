import type { Resource } from '../../src/model/resource';
import { HeldAzure, account, accountId, child, childOf, group, readAll, subscription, survey } from './reader';

const endpointId = `${group}/providers/Microsoft.Network/privateEndpoints/Pe`;
const endpoint = (groupIds: readonly string[]) =>
  survey('privateEndpoint', {
    id: endpointId,
    properties: { privateLinkServiceConnections: [{ properties: { groupIds } }] },
  });
const vault = survey('keyVault', { id: `${group}/providers/Microsoft.KeyVault/vaults/Kv` });
const identity = survey('managedIdentity', {
  id: `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/Id`,
  properties: { principalId: 'OID' },
});

test('a lock says what it locks by its id', () => {
  const lock = (scope: string, level?: string) =>
    child(
      'resourceLock',
      { id: `${scope}/providers/Microsoft.Authorization/locks/L`, properties: { level } },
      subscription,
    );
  expect(lock(accountId, 'cannotdelete')).toMatchObject({ scope: account.id, level: 'CanNotDelete' });
  expect(lock('/subscriptions/0F1E')).toMatchObject({ scope: '/subscriptions/0f1e', level: 'Unrecognised' });
});

test('zone groups are asked of endpoints of AI services, and keep the names of zones', () => {
  const { applies } = childOf('privateDnsZoneGroup');
  expect([['blob'], ['Account'], ['searchService'], []].map((groups) => applies?.(endpoint(groups)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  const zone = { properties: { privateDnsZoneId: '/x/privateDnsZones/Privatelink.openai.azure.com' } };
  const properties = { privateDnsZoneConfigs: [zone, zone, {}] };
  const found = child('privateDnsZoneGroup', { id: `${endpointId}/privateDnsZoneGroups/d`, properties }, endpoint([]));
  expect(found.zones).toEqual(['privatelink.openai.azure.com']);
});

test('a budget tells only when a notification is on and has a receiver', () => {
  const id = '/subscriptions/0F1E/resourceGroups/RG/providers/Microsoft.Consumption/budgets/B';
  const notifies = (one: object) =>
    child('budget', { id, properties: { notifications: { one } } }, subscription).notifies;
  expect(notifies({ enabled: true, contactEmails: ['a@b.example'] })).toBe(true);
  expect(notifies({ enabled: true, contactGroups: ['/actiongroups/a'] })).toBe(true);
  expect([notifies({ enabled: true }), notifies({ contactEmails: ['a@b.example'] }), notifies({})]).toEqual(
    Array(3).fill(false),
  );
  expect(child('budget', { id }, account)).toMatchObject({ scope: '/subscriptions/0f1e/resourcegroups/rg' });
});

test('budgets of a group are asked once, whatever the number of its accounts', async () => {
  const azure = new HeldAzure({});
  for (const parent of [subscription, account, { ...account, id: `${account.id}2` }] as Resource[])
    await readAll('budget', azure, parent);
  expect(azure.asked.map((path) => path.replace(/\/providers.*/, ''))).toEqual([
    '/subscriptions/0f1e',
    '/subscriptions/0f1e/resourcegroups/rg-one',
  ]);
});

test('of a security contact no address stays', () => {
  const id = '/subscriptions/0F1E/providers/Microsoft.Security/securityContacts/default';
  const sources = [
    { sourceType: 'Alert', minimalSeverity: 'Low' },
    { sourceType: 'attackPath', minimalRiskLevel: 'High' },
  ];
  const contact = (properties: object) => child('securityContact', { id, properties }, subscription);
  const full = contact({ emails: 'a@b.example', notificationsSources: sources });
  expect(full).toMatchObject({ isEnabled: true, hasReceivers: true, attackPathRiskLevel: 'High' });
  expect(JSON.stringify(full)).not.toContain('b.example');
  expect(contact({ notificationsByRole: { state: 'on' } })).toMatchObject({ hasReceivers: true });
  expect(contact({ isEnabled: false })).toMatchObject({
    isEnabled: false,
    hasReceivers: false,
    attackPathRiskLevel: '',
  });
});

describe('keys and secrets of a vault', () => {
  const keyId = `${vault.id}/keys/K`;
  const secretId = `${vault.id}/secrets/S`;

  test('instants come in seconds; absent is no end and switched on', () => {
    const attributes = { enabled: false, exp: 1_800_000_000 };
    const ends = { isEnabled: false, expiresAt: '2027-01-15T08:00:00.000Z' };
    const never = { isEnabled: true, expiresAt: '' };
    expect(child('vaultKey', { id: keyId, properties: { attributes } }, vault)).toMatchObject(ends);
    expect(child('vaultSecret', { id: secretId, properties: { attributes } }, vault)).toMatchObject(ends);
    expect(child('vaultKey', { id: keyId }, vault)).toMatchObject({ ...never, rotates: false });
    expect(child('vaultSecret', { id: secretId, properties: { attributes: { exp: 1e300 } } }, vault)).toMatchObject(
      never,
    );
  });

  test('a value that Azure would never send is not read either', () => {
    const body = { id: secretId, properties: { value: 'hunter2', contentType: 'hunter2' } };
    expect(JSON.stringify(child('vaultSecret', body, vault))).not.toContain('hunter2');
  });

  test('a key rotates when a lifetime action says so', () => {
    const actions = (type: string) => ({
      id: keyId,
      properties: { rotationPolicy: { lifetimeActions: [{ action: { type } }] } },
    });
    expect([
      child('vaultKey', actions('Rotate'), vault).rotates,
      child('vaultKey', actions('notify'), vault).rotates,
    ]).toEqual([true, false]);
  });

  test('each of 50 keys is read by itself; the rest leave a gap on their rotation policy', async () => {
    const rows = Array.from({ length: 51 }, (_, at) => ({ id: `${vault.id}/keys/k${at}` }));
    const azure = new HeldAzure({ [`${vault.id}/keys`]: rows });
    const read = await readAll('vaultKey', azure, vault);
    expect(azure.asked).toHaveLength(51);
    const last = childOf('vaultKey').convert(read[50]!, vault);
    expect(last?.gaps).toMatchObject([
      { reason: 'bounded', property: 'rotationPolicy', scope: `${vault.id}/keys/k50` },
    ]);
    expect(childOf('vaultKey').convert({ id: `${vault.id}/keys/k0` }, vault)?.gaps).toBeUndefined();
  });
});

test('an identity, its federated credentials and what a token has to say', () => {
  expect(identity.principalId).toBe('oid');
  const id = `${identity.id}/federatedIdentityCredentials/Ci`;
  const properties = { issuer: 'https://token.example', subject: 'repo:a/b:ref:refs/heads/main' };
  expect(child('federatedCredential', { id, properties }, identity)).toMatchObject({
    ...properties,
    parentId: identity.id,
  });
  expect(child('federatedCredential', { id }, identity)).toMatchObject({ issuer: '', subject: '' });
});

test('alerts, workspaces and networks of Resource Graph', () => {
  const at = (type: string) => `${group}/providers/${type}/X`;
  const alert = {
    enabled: true,
    scopes: [`${accountId}/`],
    targetResourceType: 'A/B',
    targetResourceRegion: 'West Europe',
  };
  expect(survey('metricAlert', { id: at('Microsoft.Insights/metricAlerts'), properties: alert })).toMatchObject({
    ...{ isEnabled: true, scopes: [account.id], targetType: 'a/b', targetRegion: 'westeurope' },
  });
  const logs = (properties: object) =>
    survey('logWorkspace', { id: at('Microsoft.OperationalInsights/workspaces'), properties }).retentionInDays;
  expect([logs({ retentionInDays: 90 }), logs({})]).toEqual([90, null]);
  const id = at('Microsoft.Network/virtualNetworks');
  const delegations = [{ properties: { serviceName: 'Microsoft.App/environments' } }];
  const subnet = { id: `${id}/subnets/A`, properties: { delegations, routeTable: { id: '/RT' } } };
  expect(survey('virtualNetwork', { id, properties: { subnets: [subnet] } }).subnets).toEqual([
    {
      id: `${id}/subnets/a`.toLowerCase(),
      delegations: ['microsoft.app/environments'],
      routeTableId: '/rt',
      networkSecurityGroupId: '',
    },
  ]);
});

test('a deleted account says until when it can be recovered', () => {
  const id =
    '/subscriptions/0F1E/providers/Microsoft.CognitiveServices/locations/l/resourceGroups/rg/deletedAccounts/a';
  const properties = { deletionDate: '2026-11-20', scheduledPurgeDate: '2026-11-22' };
  expect(child('deletedAccount', { id, properties }, subscription)).toMatchObject({
    deletedAt: '2026-11-20T00:00:00.000Z',
    purgesAt: '2026-11-22T00:00:00.000Z',
  });
});
