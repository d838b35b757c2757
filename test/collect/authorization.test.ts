import { ReadFailed, ReadRefused } from '../../src/collect/failures';
import { HeldAzure, accountId, child, readAll, subscription } from './reader';

const everyone = '00000000-0000-0000-0000-000000000000';
const denied = `${accountId}/providers/Microsoft.Authorization/denyAssignments/D1`;
const above = '/providers/Microsoft.Management/managementGroups/Root';

describe('deny assignments', () => {
  it('name who is denied what, and who is not', () => {
    const properties = {
      scope: accountId,
      permissions: [{ actions: ['Microsoft.CognitiveServices/accounts/*'], notActions: ['*/read'] }],
      principals: [{ id: everyone, type: 'SystemDefined' }],
      excludePrincipals: [{ id: 'AA-1', type: 'Group' }],
      doNotApplyToChildScopes: true,
    };
    expect(child('denyAssignment', { id: denied, properties }, subscription)).toMatchObject({
      id: denied.toLowerCase(),
      scope: accountId.toLowerCase(),
      permissions: [{ actions: ['Microsoft.CognitiveServices/accounts/*'], notActions: ['*/read'], dataActions: [] }],
      principals: [{ id: everyone, type: 'SystemDefined' }],
      excludePrincipals: [{ id: 'aa-1', type: 'Group' }],
      doNotApplyToChildScopes: true,
      hasCondition: false,
    });
  });

  it('say nothing more than they must, and are read', () => {
    expect(child('denyAssignment', { id: denied }, subscription)).toMatchObject({
      scope: accountId.toLowerCase(),
      permissions: [],
      principals: [],
      excludePrincipals: [],
      doNotApplyToChildScopes: false,
      hasCondition: false,
    });
  });

  it('made above the subscription stand at it, and keep where they were made', () => {
    const id = `${above}/providers/Microsoft.Authorization/denyAssignments/D2`;
    expect(child('denyAssignment', { id }, subscription)).toMatchObject({
      id: '/subscriptions/0f1e/providers/microsoft.authorization/denyassignments/d2',
      scope: above.toLowerCase(),
    });
  });

  it('have a condition where they or one of their blocks have', () => {
    const withCondition = (properties: object) =>
      child('denyAssignment', { id: denied, properties }, subscription).hasCondition;
    expect(withCondition({ condition: 'x' })).toBe(true);
    expect(withCondition({ permissions: [{ actions: ['*'], condition: 'x' }] })).toBe(true);
    expect(withCondition({ permissions: [{ actions: ['*'], condition: null }] })).toBe(false);
  });
});

describe('eligible roles', () => {
  const id = '/subscriptions/0F1E/providers/Microsoft.Authorization/roleEligibilityScheduleInstances/E1';

  it('name who may activate which role, until when', () => {
    const properties = {
      scope: '/subscriptions/0F1E',
      principalId: 'OID-1',
      principalType: 'User',
      roleDefinitionId: '/subscriptions/0F1E/providers/Microsoft.Authorization/roleDefinitions/R1',
      endDateTime: '2026-12-31T00:00:00Z',
      condition: "((!(ActionMatches{'a/b/c'})) OR (@Resource[x:y] Exists true))",
    };
    expect(child('roleEligibility', { id, properties }, subscription)).toMatchObject({
      scope: '/subscriptions/0f1e',
      principalId: 'oid-1',
      principalType: 'User',
      roleDefinitionId: '/subscriptions/0f1e/providers/microsoft.authorization/roledefinitions/r1',
      hasCondition: true,
      condition: { guards: ['a/b/c'], grantable: null },
      endsAt: '2026-12-31T00:00:00.000Z',
    });
    expect(child('roleEligibility', { id }, subscription)).toMatchObject({
      scope: '/subscriptions/0f1e',
      principalId: '',
      principalType: '',
      hasCondition: false,
      endsAt: '',
    });
  });

  const refusing = (error: Error): HeldAzure => {
    const azure = new HeldAzure({});

    azure.list = async function* () {
      await Promise.resolve();
      throw error;
    };
    return azure;
  };

  it('are none where nobody can activate one for want of a licence, and unread where the list fails otherwise', async () => {
    const unlicensed = new ReadFailed('failed', '400 AadPremiumLicenseRequired: The tenant needs a licence.');
    expect(await readAll('roleEligibility', refusing(unlicensed), subscription)).toEqual([]);
    await expect(readAll('roleEligibility', refusing(new ReadFailed('failed', '500')), subscription)).rejects.toThrow(
      '500',
    );
    const refused = new ReadRefused('Microsoft.Authorization/roleEligibilityScheduleInstances/read', '403');
    await expect(readAll('roleEligibility', refusing(refused), subscription)).rejects.toBe(refused);
  });
});
