import fc from 'fast-check';
import { toCondition } from '../../src/collect/authorization/condition';

const read = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read';
const write = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write';
const add = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action';
const grant = 'Microsoft.Authorization/roleAssignments/write';
const revoke = 'Microsoft.Authorization/roleAssignments/delete';
const user = '53ca6127-db72-4b80-b1b0-d745d6d5456d';
const consumer = 'eed3b665-ab3a-47b6-8f48-c9382fb1dad6';

const project = `(
  (
    !(ActionMatches{'${read}'} AND NOT SubOperationMatches{'Blob.List'})
  )
  OR
  (
    @Resource[Microsoft.Storage/storageAccounts/blobServices/containers/blobs/tags:Project<$key_case_sensitive$>] StringEquals 'R AND D'
  )
)`;
const roles = (demand: string): string =>
  `((!(ActionMatches{'${grant}'})) OR (${demand})) AND ((!(ActionMatches{'${revoke}'})) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals{${user}}))`;
const requested = '@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId]';

test('the guard of a clause is what ActionMatches names', () => {
  expect(toCondition(project)).toEqual({ guards: [read], grantable: null });
  const both = `((!(ActionMatches{'${add}'}) AND !(ActionMatches{'${write}'})) OR (@Request[x:path] StringLike 'a*'))`;
  expect(toCondition(both)).toEqual({ guards: [add, write], grantable: null });
  expect(toCondition(`${project} AND ${both}`).guards).toEqual([add, read, write]);
  expect(toCondition(project.replaceAll('\n', ' ').toLowerCase().replaceAll(read.toLowerCase(), read)).guards).toEqual([
    read,
  ]);
});

test('roles that may be given are those of the list in the clause on giving', () => {
  const listed = (demand: string) => toCondition(roles(demand)).grantable;
  expect(listed(`${requested} ForAnyOfAnyValues:GuidEquals{${user.toUpperCase()}, ${consumer}}`)).toEqual([
    user,
    consumer,
  ]);
  const narrower = `@Request[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase{'User'}`;
  expect(listed(`${requested} ForAnyOfAnyValues:GuidEquals{${user}} AND ${narrower}`)).toEqual([user]);
  expect(listed(`${requested} ForAnyOfAllValues:GuidNotEquals{${user}}`)).toBeNull();
  expect(listed(`${requested} ForAnyOfAnyValues:GuidEquals{${user}} OR ${narrower}`)).toBeNull();
  expect(listed(narrower)).toBeNull();
  expect(toCondition(roles(narrower)).guards).toEqual([revoke, grant]);
});

test.each([
  ['without a guard', `@Resource[x:y] StringEquals 'z'`],
  ['a guard that is not negated', `((ActionMatches{'${read}'}) OR (@Resource[x:y] StringEquals 'z'))`],
  [
    'a guard and more',
    `((!(ActionMatches{'${read}'}) AND @Resource[x:y] StringEquals 'z') OR (@Resource[x:y] Exists true))`,
  ],
  ['clauses joined by OR', `${project} OR @Resource[x:y] StringEquals 'z'`],
  ['one clause of another form', `${project} AND (@Resource[x:y] StringEquals 'z')`],
  ['a guard alone', `(!(ActionMatches{'${read}'}))`],
  ['brackets that do not pair', `((!(ActionMatches{'${read}'})) OR (x`],
  ['two operations in one', `((!(ActionMatches{'${read}', '${write}'})) OR (@Resource[x:y] Exists true))`],
])('%s: every operation is guarded', (_, text) => {
  expect(toCondition(text)).toEqual({ guards: null, grantable: null });
});

test('any text ends, and never guards less than a clause says', () => {
  const pieces = fc.constantFrom('(', ')', '!', 'AND', 'OR', `ActionMatches{'${read}'}`, "'", '{', '}', ' ', 'x');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 24 }), (words) => {
      const { guards } = toCondition(words.join(' '));
      expect(guards === null || guards.every((guard) => guard === read)).toBe(true);
      expect(guards).not.toEqual([]);
    }),
  );
});
