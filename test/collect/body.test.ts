import fc from 'fast-check';
import * as body from '../../src/collect/body';
import { base, toIdentity } from '../../src/collect/base';
import { hostAt, plainUrl, schemeAt } from '../../src/collect/url';
import { apiVersionFor, typeOf } from '../../src/collect/apiVersions';
import { accountId, secrets } from './reader';

const whatever = fc.jsonValue({ maxDepth: 4 });

test('helpers return their own type for any JSON and any path', () => {
  fc.assert(
    fc.property(whatever, fc.array(fc.string(), { maxLength: 3 }), (value, path) => {
      expect(typeof body.text(value, ...path)).toBe('string');
      expect(['boolean', 'undefined']).toContain(typeof body.flag(value, ...path));
      expect(Array.isArray(body.texts(value, ...path))).toBe(true);
      expect(body.parts(value, ...path).every(body.isBody)).toBe(true);
      expect(body.isBody(body.part(value, ...path))).toBe(true);
      expect(body.instant(value, ...path)).toMatch(/^$|Z$/);
      expect(['number', 'object']).toContain(typeof body.whole(value, ...path));
    }),
  );
});

test('only true and false are booleans', () => {
  expect([true, false, 'true', 'True', 1, null, [], {}].map((value) => body.flag({ value }, 'value'))).toEqual([
    true,
    false,
    ...Array.from({ length: 6 }, () => undefined),
  ]);
});

test('names compare without case, the exact one first, and inherited ones never', () => {
  expect(body.text({ Id: 'a', id: 'b' }, 'id')).toBe('b');
  expect(body.text({ ResourceID: 'a' }, 'resourceId')).toBe('a');
  expect(body.at({}, 'constructor')).toBeUndefined();
  expect(body.at('text', 'length')).toBeUndefined();
});

test('a closed list knows its words in any case, its default, and nothing else', () => {
  const read = (value: unknown) => body.oneOf(['Allow', 'Deny'], 'Allow', { value }, 'value');
  expect(['deny', 'DENY', '', null, undefined, 'Maybe', 7, {}].map(read)).toEqual([
    'Deny',
    'Deny',
    'Allow',
    'Allow',
    'Allow',
    'Unrecognised',
    'Unrecognised',
    'Unrecognised',
  ]);
});

test('instants are UTC ISO 8601 whatever the offset and the digits', () => {
  expect(body.instant({ at: '2026-01-02T03:04:05.1234567+02:00' }, 'at')).toBe('2026-01-02T01:04:05.123Z');
  expect(body.instant({ at: 'soon' }, 'at')).toBe('');
});

test('a secret leaves a mark in place of the text, in values and in names', () => {
  const map = body.textMap({ tags: { owner: secrets.azureAiKey, [secrets.searchKey]: 'x' } }, 'tags');
  expect(map).toEqual({ owner: body.removed, [body.removed]: 'x' });
});

test('the fixed facts: lower-cased id, name as shown, home, location, last change', () => {
  const fixed = base('project', {
    id: '/subscriptions/ABC/resourcegroups/Rg/providers/microsoft.cognitiveservices/accounts/acc/projects/my%20proj',
    name: 'Acc/My Proj',
    location: 'West Europe',
    tags: { a: 'b', c: 7 },
    systemData: { lastModifiedBy: 'ann@contoso.com', lastModifiedAt: '2026-01-02T03:04:05Z' },
  });
  expect(fixed).toEqual({
    kind: 'project',
    id: '/subscriptions/abc/resourcegroups/rg/providers/microsoft.cognitiveservices/accounts/acc/projects/my%20proj',
    name: 'My Proj',
    subscriptionId: 'abc',
    resourceGroup: 'rg',
    location: 'westeurope',
    tags: { a: 'b' },
    changedBy: 'ann@contoso.com',
    changedAt: '2026-01-02T03:04:05.000Z',
  });
});

test('a segment that no decoder can read keeps a name', () => {
  expect(base('project', { id: '/a/%ff&b+c' }).name).toContain('&b+c');
});

test.each([{}, { id: '' }, { id: 7 }, { id: null }])('a row without an id is refused aloud: %j', (row) => {
  expect(() => base('deployment', row)).toThrow('row of kind deployment without an id');
});

test.each(['SystemAssigned,UserAssigned', 'SystemAssigned, UserAssigned', 'userassigned , systemassigned'])(
  'identity %s has both types',
  (type) => {
    expect(toIdentity({ identity: { type } }).types).toEqual(['SystemAssigned', 'UserAssigned']);
  },
);

test('identity None has no type; user identities give ids and principals', () => {
  const userAssignedIdentities = { '/subscriptions/X/uami': { principalId: 'P-1', clientId: 'c' } };
  expect(toIdentity({ identity: { type: 'None', principalId: 'P-0', userAssignedIdentities } })).toEqual({
    types: [],
    principalId: 'p-0',
    userAssignedIds: ['/subscriptions/x/uami'],
    userAssignedPrincipalIds: ['p-1'],
  });
});

test('URLs lose user, query and fragment; hosts are lower-case', () => {
  expect(plainUrl(`https://u:p@H.Example/a/b?${secrets.sas}#f`)).toBe('https://H.Example/a/b');
  expect(hostAt('HTTPS://user@My.Search.Windows.net:443/x?y')).toBe('my.search.windows.net');
  expect([hostAt('my.host.net'), hostAt('AccountKey=x'), hostAt('/subscriptions/a'), hostAt(7)]).toEqual([
    'my.host.net',
    '',
    '',
    '',
  ]);
  expect(schemeAt('HTTP://x')).toBe('http');
});

test('the type of an id is found with extensions and scopes', () => {
  expect(typeOf(accountId)).toBe('microsoft.cognitiveservices/accounts');
  expect(typeOf(`${accountId}/providers/Microsoft.Insights/diagnosticSettings/d`)).toBe(
    'microsoft.insights/diagnosticsettings',
  );
  expect(typeOf('/subscriptions/x')).toBe('microsoft.resources/subscriptions');
  expect(typeOf('/')).toBe('');
  expect(apiVersionFor(`${accountId}/raiBlocklists/b/raiBlocklistItems/i`)).toBe('2025-12-01');
  expect(apiVersionFor('/subscriptions/x/providers/Microsoft.Unheard/of/it')).toBeUndefined();
});
