import type { Resource } from '../../model/resource';
import { text } from '../body';
import type { AzureReader, Body } from '../collector';
import { ReadFailed } from '../failures';

/** The first versions with `permissionFilterOption` are previews; definitions of data sources are the same in all. */
const version = '2025-08-01-preview';

/** Rows of one list of a search service. The data plane knows them by name alone: their id is their place below the service. */
export async function* listOfService(
  azure: AzureReader,
  service: Resource,
  list: 'datasources' | 'indexes',
): AsyncGenerator<Body> {
  const endpoint = service.kind === 'searchService' ? service.endpoint.replace(/\/+$/, '') : '';
  if (endpoint === '') throw new ReadFailed('failed', 'the search service states no endpoint');
  for await (const row of azure.plane('search').list(`${endpoint}/${list}?api-version=${version}`))
    yield { ...row, id: `${service.id}/${list}/${text(row, 'name')}` };
}
