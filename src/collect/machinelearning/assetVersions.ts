import type { Resource } from '../../model/resource';
import { apiVersionFor } from '../apiVersions';
import { boundedAfter, first } from '../bounded';
import { text } from '../body';
import type { AzureReader, Body } from '../collector';

const mostAssets = 50;
const mostVersions = 3;

/** The part of an id after its last `name`, up to the next slash, as Azure writes it. Asset names are case-sensitive. */
export const nameAfter = (body: Body, name: string): string =>
  new RegExp(`/${name}/([^/]+)`, 'i').exec(text(body, 'id'))?.[1] ?? '';

async function* newest(azure: AzureReader, asset: Body): AsyncGenerator<Body> {
  const path = `${text(asset, 'id')}/versions`;
  const version = apiVersionFor(`${path}/any`) ?? '';
  let read = 0;
  for await (const row of azure.list(`${path}?$orderBy=createdtime%20desc&$top=${mostVersions}`, version)) {
    yield row;
    read += 1;
    if (read === mostVersions) return;
  }
}

/**
 * Versions of the models, environments or data below a workspace or registry: the newest three of each of the first fifty. Where there are
 * more than fifty, the last row carries the mark from which the converter makes a gap; older versions are left out by design.
 */
export async function* assetVersions(
  azure: AzureReader,
  parent: Resource,
  assets: 'models' | 'environments' | 'data',
): AsyncGenerator<Body> {
  const path = `${parent.id}/${assets}`;
  const { rows, more } = await first(azure.list(path, apiVersionFor(`${path}/any`) ?? ''), mostAssets);
  let held: Body | undefined;
  for (const asset of rows) {
    for await (const row of newest(azure, asset)) {
      if (held) yield held;
      held = row;
    }
  }
  if (held) yield more ? boundedAfter(held, `more than ${mostAssets} ${assets}: the others were not read`) : held;
}
