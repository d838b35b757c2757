import type { Resource } from '../../model/resource';
import type { BlobContainer } from '../../model/surroundings';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { isTrue, oneOf, part } from '../body';
import { boundedAfter, boundedGaps } from '../bounded';
import { childCollector } from '../collector';
import type { AzureReader, Body, Converted } from '../collector';

const most = 1_000;

async function* read(azure: AzureReader, account: Resource): AsyncGenerator<Body> {
  const version = versionOf('microsoft.storage/storageaccounts/blobservices/containers');
  let held: Body | undefined;
  let count = 0;
  for await (const row of azure.list(`${account.id}/blobServices/default/containers`, version)) {
    if (held && count === most) {
      yield boundedAfter(held, `more than ${most} containers: the others were not read`);
      return;
    }
    if (held) yield held;
    held = row;
    count += 1;
  }
  if (held) yield held;
}

/** A container; absent `publicAccess` = None (ContainerProperties, 2023-05-01). Its metadata is left out. */
export function toBlobContainer(body: Body, account?: Resource): BlobContainer {
  const properties = part(body, 'properties');
  const fixed = base('blobContainer', body, account);
  const endpoint = account?.kind === 'storageAccount' ? account.blobEndpoint : '';
  return {
    ...fixed,
    url: endpoint && `${endpoint}${fixed.name}`,
    publicAccess: oneOf(['None', 'Blob', 'Container'], 'None', properties, 'publicAccess'),
    hasImmutabilityPolicy: isTrue(properties, 'hasImmutabilityPolicy'),
    hasLegalHold: isTrue(properties, 'hasLegalHold'),
    immutability: oneOf(
      ['Unlocked', 'Locked'],
      isTrue(properties, 'hasImmutabilityPolicy') ? 'Unrecognised' : 'None',
      properties,
      'immutabilityPolicy',
      'properties',
      'state',
    ),
  };
}

/** Soft-deleted containers serve nothing. */
const convert = (body: Body, account: Resource): Converted<'blobContainer'> | null =>
  isTrue(body, 'properties', 'deleted')
    ? null
    : { resource: toBlobContainer(body, account), gaps: boundedGaps(body, 'blobContainer', account) };

export default childCollector({
  kind: 'blobContainer',
  parents: ['storageAccount'],
  permissions: ['Microsoft.Storage/storageAccounts/blobServices/containers/read'],
  read,
  convert,
});
