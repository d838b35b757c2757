import type { AzureReader, Body } from '../../src/collect/collector';
import { collectorsFor } from '../../src/collect';
import { HeldAzure, child, group, readAll, survey } from './reader';

const id = `${group}/providers/Microsoft.Search/searchServices/Srch`;
const service = survey('searchService', { id, properties: { endpoint: 'https://srch.search.windows.net/' } });

/** A data plane of search that holds these rows and remembers what it was asked. */
function searchWith(rows: readonly Body[]): { readonly azure: AzureReader; readonly asked: string[] } {
  const asked: string[] = [];
  const azure: AzureReader = Object.assign(new HeldAzure({}), {
    plane: () => ({
      async *list(url: string): AsyncGenerator<Body> {
        asked.push(url);
        yield* await Promise.resolve(rows);
      },
    }),
  });
  return { azure, asked };
}

test('definitions are read by name, at the endpoint of the service', async () => {
  const { azure, asked } = searchWith([{ name: 'Docs' }]);
  const [source] = await readAll('searchDataSource', azure, service);
  await readAll('searchIndex', azure, service);
  expect(asked).toEqual([
    'https://srch.search.windows.net/datasources?api-version=2025-08-01-preview',
    'https://srch.search.windows.net/indexes?api-version=2025-08-01-preview',
  ]);
  expect(child('searchDataSource', source ?? {}, service)).toMatchObject({
    id: `${service.id}/datasources/docs`,
    parentId: service.id,
    credentials: 'notStated',
  });
});

test('a service without an endpoint is unread, not empty', async () => {
  const bare = survey('searchService', { id });
  await expect(readAll('searchIndex', searchWith([]).azure, bare)).rejects.toThrow('states no endpoint');
});

test('of a connection string only its form stays', () => {
  const key = 'Zm9vYmFyZm9vYmFyZm9vYmFy';
  const body = { id: `${id}/datasources/d`, credentials: { connectionString: `AccountName=st;AccountKey=${key}` } };
  const found = child('searchDataSource', body, service);
  expect(found.credentials).toBe('key');
  expect(JSON.stringify(found)).not.toContain(key.slice(0, 4));
});

test('an index without anything grounds no model and filters nobody', () => {
  expect(child('searchIndex', { id: `${id}/indexes/i` }, service)).toMatchObject({
    groundsModels: false,
    permissionFilterOption: 'disabled',
    hasPermissionField: false,
    vectorizers: [],
  });
});

test('nothing of it is read unless somebody opted in', () => {
  const kinds = (optIn: Parameters<typeof collectorsFor>[0]) =>
    collectorsFor(optIn)
      .children.map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('search'));
  expect(kinds([])).toEqual([]);
  expect(kinds(['searchIndexes'])).toEqual(['searchDataSource', 'searchIndex']);
});
