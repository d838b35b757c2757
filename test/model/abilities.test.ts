import { abilities, abilitiesOn, abilityNames, rightsOn } from '../../src/model/abilities';
import { typeIn, type Right } from '../../src/model/ability';

const group = '/subscriptions/s/resourceGroups/ai';
const account = `${group}/providers/Microsoft.CognitiveServices/accounts/a`;

describe('types of ids', () => {
  it.each([
    [account, 'microsoft.cognitiveservices/accounts'],
    [`${account}/projects/p`, 'microsoft.cognitiveservices/accounts/projects'],
    [
      `${group}/providers/microsoft.storage/storageaccounts/s/blobservices/default/containers/c`,
      'microsoft.storage/storageaccounts/blobservices/containers',
    ],
    [group, ''],
    ['/subscriptions/s', ''],
    ['/', ''],
    ['/providers/microsoft.management/managementgroups/root', ''],
  ])('%s', (id, type) => {
    expect(typeIn(id)).toBe(type);
  });
});

describe('abilities', () => {
  it('name operations without wildcard, each once', () => {
    for (const name of abilityNames)
      for (const rights of Object.values<readonly Right[]>(abilities[name].on)) {
        const operations = rights.map(({ plane, operation }) => `${plane} ${operation.toLowerCase()}`);
        expect(new Set(operations).size).toBe(operations.length);
        expect(operations.join(' ')).not.toContain('*');
      }
  });

  it('are those of the type of the resource, and those of every resource', () => {
    expect(abilitiesOn(account)).toEqual(expect.arrayContaining(['model.keys', 'access.grant', 'role.edit']));
    expect(abilitiesOn(`${account}/projects/p`)).not.toContain('model.keys');
    expect(abilitiesOn('/subscriptions/s')).toEqual(['access.grant', 'role.edit', 'lock.lift']);
    expect(rightsOn('connection.secrets', `${account}/projects/p`)).toEqual([
      { plane: 'control', operation: 'Microsoft.CognitiveServices/accounts/projects/connections/listsecrets/action' },
    ]);
  });
});
