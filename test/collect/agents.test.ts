import { HeldAzure, account, accountId, child, childOf, readAll, subscription } from './reader';

const project = child('project', { id: `${accountId}/projects/P` }, account);

test('a managed network is asked of accounts with projects, and an absent mode stays empty', async () => {
  const { applies } = childOf('managedNetwork');
  expect([applies?.(account), applies?.({ ...account, allowProjectManagement: true })]).toEqual([false, true]);
  const azure = new HeldAzure({});
  await readAll('managedNetwork', azure, account);
  expect(azure.asked).toEqual([`${account.id}/managedNetworks 2025-12-01`]);
  const mode = (properties: object) =>
    child('managedNetwork', { id: `${accountId}/managedNetworks/d`, properties }, account).isolationMode;
  expect(mode({ managedNetwork: { isolationMode: 'allowonlyapprovedoutbound' } })).toBe('AllowOnlyApprovedOutbound');
  expect([mode({}), mode({ managedNetwork: { isolationMode: 'Later' } })]).toEqual(['', 'Later']);
});

test('an agent application keeps who it is and whom it answers, each identity once', () => {
  const identity = { kind: 'AgentInstance', principalId: 'OID', clientId: 'c' };
  const properties = {
    agents: [{ agentId: 'a' }, { agentId: 'b' }],
    defaultInstanceIdentity: identity,
    agentIdentityBlueprint: { ...identity, kind: 'AgentBlueprint' },
    authorizationPolicy: { type: 'organizationscope' },
    isEnabled: false,
  };
  const id = `${accountId}/projects/P/applications/A`;
  expect(child('agentApplication', { id, properties }, project)).toMatchObject({
    parentId: project.id,
    principalIds: ['oid'],
    authorizationType: 'OrganizationScope',
    isEnabled: false,
    agentCount: 2,
  });
  const empty = { principalIds: [], authorizationType: '', isEnabled: true, agentCount: 0 };
  expect(child('agentApplication', { id }, project)).toMatchObject(empty);
});

test('of an external safety provider the host stays, not the path, and of its secret only that there is one', async () => {
  const id = `${subscription.id}/providers/Microsoft.CognitiveServices/raiExternalSafetyProviders/S`;
  const properties = {
    url: 'HTTP://Hook.example/p?code=1',
    secretName: 'n',
    keyVaultUri: 'https://kv.vault.azure.net',
  };
  const found = child('raiExternalSafetyProvider', { id, properties }, subscription);
  expect(found).toMatchObject({ urlHost: 'hook.example', urlScheme: 'http', hasSecret: true, hasKeyVault: true });
  expect(found.hasManagedIdentity).toBe(false);
  expect(JSON.stringify(found)).not.toContain('code');
  const azure = new HeldAzure({});
  await readAll('raiExternalSafetyProvider', azure, subscription);
  expect(azure.asked[0]).toContain('/providers/Microsoft.CognitiveServices/raiExternalSafetyProviders 2025-12-01');
});
