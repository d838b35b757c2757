import {
  HeldAzure,
  account,
  accountId,
  child,
  childOf,
  readAll,
  secrets,
  subscription,
  survey,
  surveyOf,
} from './reader';

const chain = [{ name: 'Leaf', displayName: 'Leaf group' }, { name: 'root' }, { displayName: 'nameless' }];
const groups = ['leaf', 'root'].map((name) => `/providers/microsoft.management/managementgroups/${name}`);

test('a subscription of Resource Graph and one of the list say the same', () => {
  const id = '/subscriptions/0F1E';
  const properties = { state: 'Enabled', managementGroupAncestorsChain: chain };
  const row = survey('subscription', { id, name: 'Research', tenantId: 'T', properties });
  expect(row).toMatchObject({
    id: '/subscriptions/0f1e',
    name: '0F1E',
    subscriptionId: '0f1e',
    displayName: 'Research',
    state: 'Enabled',
    tenantId: 't',
  });
  expect(row.managementGroupIds).toEqual(groups);
  const listed = survey('subscription', { id, displayName: 'Research', state: 'Enabled', tenantId: 'T' });
  expect(listed).toEqual({ ...row, managementGroupIds: [] });
});

test('the ancestors of a management group stand below details', () => {
  const id = '/providers/Microsoft.Management/managementGroups/AI';
  const properties = { displayName: 'AI', details: { managementGroupAncestorsChain: chain } };
  expect(survey('managementGroup', { id, properties })).toMatchObject({
    name: 'AI',
    subscriptionId: '',
    ancestorIds: groups,
  });
  expect(survey('managementGroup', { id, properties: { managementGroupAncestorsChain: 'x' } }).ancestorIds).toEqual([]);
});

describe('role assignments', () => {
  const assignment = (scope: string, properties: object) =>
    survey('roleAssignment', { id: `${scope}/providers/Microsoft.Authorization/RoleAssignments/G`, properties });

  test('keep who, what and where', () => {
    const properties = {
      principalId: 'OID',
      principalType: 'serviceprincipal',
      roleDefinitionId: '/Providers/Microsoft.Authorization/RoleDefinitions/R',
      scope: accountId,
      condition: '@Resource[x]',
      createdOn: '2026-01-01T00:00:00Z',
    };
    expect(assignment(accountId, properties)).toMatchObject({
      scope: account.id,
      principalId: 'oid',
      principalType: 'ServicePrincipal',
      roleDefinitionId: '/providers/microsoft.authorization/roledefinitions/r',
      hasCondition: true,
      createdAt: '2026-01-01T00:00:00.000Z',
    });
  });

  test('say their scope by their id where it is left out; nothing before the provider is the root', () => {
    expect(assignment('/subscriptions/X', {})).toMatchObject({ scope: '/subscriptions/x', hasCondition: false });
    expect(assignment('', {}).scope).toBe('/');
  });
});

test('a role definition keeps its blocks and its GUID', () => {
  const id = '/subscriptions/x/providers/Microsoft.Authorization/roleDefinitions/8E3AF657-A8FF';
  const permissions = [{ actions: ['*'], notActions: null, dataActions: ['a', 7], condition: 'c' }, null];
  const properties = { roleName: 'Owner', type: 'BuiltInRole', permissions, assignableScopes: ['/SUB'] };
  expect(survey('roleDefinition', { id, properties })).toMatchObject({
    guid: '8e3af657-a8ff',
    roleName: 'Owner',
    roleType: 'BuiltInRole',
    permissions: [{ actions: ['*'], notActions: [], dataActions: ['a'], notDataActions: [], hasCondition: true }],
    assignableScopes: ['/sub'],
  });
});

describe('assessments', () => {
  const row = (scope: string, properties: object) => ({
    id: `${scope}/providers/Microsoft.Security/assessments/F738EFB8`,
    name: 'F738EFB8',
    properties,
  });

  test('say what Defender found on which resource', () => {
    const properties = {
      displayName: 'Restrict network',
      status: { code: 'unhealthy', cause: 'OffByPolicy', statusChangeDate: '2026-01-01T00:00:00.1234567Z' },
      resourceDetails: { Source: 'Azure', ResourceId: accountId },
      metadata: {
        severity: 'High',
        policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/037EEA7A',
      },
      additionalData: { evidence: secrets.azureAiKey },
    };
    expect(survey('assessment', row(accountId, properties))).toMatchObject({
      assessmentKey: 'f738efb8',
      resourceId: account.id,
      code: 'Unhealthy',
      cause: 'OffByPolicy',
      statusChangedAt: '2026-01-01T00:00:00.123Z',
      severity: 'High',
      policyDefinitionId: '037eea7a',
    });
  });

  test.each([{ id: accountId }, { Id: accountId }, { ResourceID: accountId }, {}])(
    'find the resource in %j',
    (resourceDetails) => {
      expect(survey('assessment', row(accountId, { resourceDetails }))).toMatchObject({
        resourceId: account.id,
        code: 'Unrecognised',
      });
    },
  );

  test('of a subscription are kept, of a virtual machine not', () => {
    const { convert } = surveyOf('assessment');
    expect(convert(row('/subscriptions/x', {}))?.resource).toMatchObject({ resourceId: '/subscriptions/x' });
    expect(
      convert(row('/subscriptions/x/resourceGroups/r/providers/Microsoft.Compute/virtualMachines/v', {})),
    ).toBeNull();
  });
});

describe('alerts', () => {
  const alert = (alertType: string, resource: string) => ({
    id: '/subscriptions/x/resourceGroups/r/providers/Microsoft.Security/locations/westeurope/alerts/a',
    properties: {
      alertType,
      alertDisplayName: 'Jailbreak attempt',
      severity: 'Medium',
      status: 'active',
      startTimeUtc: '2026-01-01T00:00:00Z',
      resourceIdentifiers: [{ azureResourceId: resource, type: 'AzureResource' }, { workspaceId: 'w' }],
      extendedProperties: { prompt: 'plain' },
      entities: ['plain'],
    },
  });
  const vm = '/subscriptions/x/resourceGroups/r/providers/Microsoft.Compute/virtualMachines/v';
  const isKept = (type: string, resource: string) => surveyOf('defenderAlert').convert(alert(type, resource)) !== null;

  test('about AI are kept, by their type or by their resource', () => {
    expect(isKept('ai.Azure_Jailbreak', vm)).toBe(true);
    expect(isKept('X_AZURE_AGENTIC_Y', vm)).toBe(true);
    expect(isKept('SuspiciousSignIn', accountId)).toBe(true);
    expect(isKept('VM_Suspicious', vm)).toBe(false);
    expect(isKept('Mail.AI.Thing', vm)).toBe(false);
  });

  test('keep no prompt', () => {
    const found = survey('defenderAlert', alert('AI.x', accountId));
    expect(found).toMatchObject({ status: 'Active', startedAt: '2026-01-01T00:00:00.000Z', resourceIds: [account.id] });
    expect(JSON.stringify(found)).not.toContain('plain');
  });
});

test.each([
  [[{ entityIdentifiers: { azureResourceId: accountId } }, { entityIdentifiers: null }]],
  [{ a: { entityIdentifiers: { azureResourceId: accountId } } }],
])('an attack path names the resources of its graph %#', (entities) => {
  const id = '/subscriptions/x/providers/Microsoft.Security/attackPaths/p';
  const properties = { displayName: 'Exposed', riskLevel: 'High', graphComponent: { entities } };
  expect(survey('defenderAttackPath', { id, properties })).toMatchObject({
    displayName: 'Exposed',
    riskLevel: 'High',
    resourceIds: [account.id],
  });
});

test('a plan knows its tier and which extensions are on, told in words', async () => {
  const id = '/subscriptions/0F1E/providers/Microsoft.Security/pricings/AI';
  const extensions = [
    { name: 'AIPromptEvidence', isEnabled: 'True' },
    { name: 'B', isEnabled: 'False' },
    { name: 'C', isEnabled: true },
    { name: 'D', isEnabled: null },
    { isEnabled: 'True' },
  ];
  expect(
    child('defenderPlan', { id, properties: { pricingTier: 'standard', extensions } }, subscription),
  ).toMatchObject({
    name: 'AI',
    parentId: subscription.id,
    pricingTier: 'Standard',
    extensions: { AIPromptEvidence: true, B: false, C: true, D: false },
  });
  expect(child('defenderPlan', { id }, subscription)).toMatchObject({ pricingTier: 'Unrecognised', extensions: {} });
  const azure = new HeldAzure({});
  await readAll('defenderPlan', azure, subscription);
  expect(azure.asked).toEqual(['/subscriptions/0f1e/providers/Microsoft.Security/pricings 2024-01-01']);
});

test('policy assignments and exemptions say where they hold; parameters stay outside', () => {
  const scope = '/subscriptions/X';
  const id = `${scope}/providers/Microsoft.Authorization/policyAssignments/A`;
  const properties = { policyDefinitionId: '/P/Def', notScopes: ['/Y'], parameters: { k: { value: 'plain' } } };
  const assignment = survey('policyAssignment', { id, properties });
  expect(assignment).toMatchObject({
    scope: '/subscriptions/x',
    policyDefinitionId: '/p/def',
    notScopes: ['/y'],
    enforcementMode: 'Default',
  });
  expect(JSON.stringify(assignment)).not.toContain('plain');
  const exemption = survey('policyExemption', {
    id: `${accountId}/providers/Microsoft.Authorization/policyExemptions/E`,
    properties: { policyAssignmentId: id, exemptionCategory: 'waiver', expiresOn: '2027-01-01T00:00:00Z' },
  });
  expect(exemption).toMatchObject({
    scope: account.id,
    policyAssignmentId: id.toLowerCase(),
    category: 'Waiver',
    expiresOn: '2027-01-01T00:00:00.000Z',
  });
});

describe('key regenerations', () => {
  const event = (operation: string, status: string) => ({
    id: `${accountId}/events/e1/ticks/1`,
    operationName: { value: operation, localizedValue: 'x' },
    status: { value: status },
    resourceId: accountId,
    caller: 'ann@contoso.com',
    eventTimestamp: '2026-11-20T00:00:00.1234567Z',
    properties: { requestbody: 'plain' },
    claims: { name: 'plain' },
  });
  const regenerate = 'MICROSOFT.CognitiveServices/accounts/regenerateKey/action';

  test('are read for 90 days back from the run', async () => {
    const azure = new HeldAzure({});
    await readAll('keyRegeneration', azure, subscription);
    const [asked = ''] = azure.asked;
    expect(decodeURIComponent(asked)).toBe(
      "/subscriptions/0f1e/providers/Microsoft.Insights/eventtypes/management/values?$filter=eventTimestamp ge '2026-08-27T06:00:00.000Z' and eventTimestamp le '2026-11-25T06:00:00.000Z' and resourceProvider eq 'Microsoft.CognitiveServices' 2015-04-01",
    );
  });

  test('are those that succeeded, of their account', () => {
    const found = child('keyRegeneration', event(regenerate, 'Succeeded'), subscription);
    expect(found).toMatchObject({ parentId: account.id, caller: 'ann@contoso.com', at: '2026-11-20T00:00:00.123Z' });
    expect(JSON.stringify(found)).not.toContain('plain');
    const { convert } = childOf('keyRegeneration');
    expect(convert(event(regenerate, 'Started'), subscription)).toBeNull();
    expect(
      convert(event('Microsoft.CognitiveServices/accounts/listKeys/action', 'Succeeded'), subscription),
    ).toBeNull();
  });
});
