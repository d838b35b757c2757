import type { Resource } from '../../model/resource';
import type { BlobService } from '../../model/surroundings';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { isTrue, part, whole } from '../body';
import { childCollector } from '../collector';
import type { AzureReader, Body } from '../collector';

/** Days of a retention policy, 0 when it is off. Azure takes no policy that is on for less than one day. */
const daysOf = (policy: Body): number => (isTrue(policy, 'enabled') ? (whole(policy, 'days') ?? 1) : 0);

/** The blob service of an account; what Azure leaves out of it is off (BlobServiceProperties, 2023-05-01). */
export function toBlobService(body: Body, account?: Resource): BlobService {
  const properties = part(body, 'properties');
  return {
    ...base('blobService', body, account),
    isVersioningEnabled: isTrue(properties, 'isVersioningEnabled'),
    deleteRetentionDays: daysOf(part(properties, 'deleteRetentionPolicy')),
    containerDeleteRetentionDays: daysOf(part(properties, 'containerDeleteRetentionPolicy')),
    changeFeedEnabled: isTrue(properties, 'changeFeed', 'enabled'),
    allowPermanentDelete: isTrue(properties, 'deleteRetentionPolicy', 'allowPermanentDelete'),
  };
}

async function* read(azure: AzureReader, account: Resource): AsyncGenerator<Body> {
  const version = versionOf('microsoft.storage/storageaccounts/blobservices');
  yield await azure.read(`${account.id}/blobServices/default`, version);
}

export default childCollector({
  kind: 'blobService',
  parents: ['storageAccount'],
  permissions: ['Microsoft.Storage/storageAccounts/blobServices/read'],
  read,
  convert: (body, account) => ({ resource: toBlobService(body, account) }),
});
