import { byPrecedence, toRoute } from '../../src/host/routes';

test.each([
  ['a/{id:guid}', 'a/6F9619FF-8B86-D011-B42D-00CF4FC964FF', { id: '6F9619FF-8B86-D011-B42D-00CF4FC964FF' }],
  ['a/{id:int:min(3)}', 'a/2', undefined],
  ['a/{id:range(1,5)}', 'a/5', { id: '5' }],
  ['a/{id:length(2)}', 'a/abc', undefined],
  ['a/{id=latest}', 'a', { id: 'latest' }],
  ['a/{id:regex(^v\\d+$)}', 'a/v12', { id: 'v12' }],
  ['a/{id}', 'a/%E0%A4', { id: '%E0%A4' }],
  ['a/{id}', 'a', undefined],
  ['a/{id}', 'a/b/c', undefined],
])('%s on %s', (template, path, expected) => {
  expect(toRoute(template).match(path)).toEqual(expected);
});

test('the more exact route comes first', () => {
  const order = ['a/{*rest}', 'a/{id}', 'a/{id:int}', 'a/b']
    .map((template) => ({ route: toRoute(template) }))
    .sort(byPrecedence);
  expect(order.map(({ route }) => route.template)).toEqual(['a/b', 'a/{id:int}', 'a/{id}', 'a/{*rest}']);
});

test.each(['a/{id:odd}', 'a/v{id}'])('%s is refused', (template) => {
  expect(() => toRoute(template)).toThrow('is not understood');
});
