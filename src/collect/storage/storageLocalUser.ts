import type { Resource } from '../../model/resource';
import type { StorageLocalUser } from '../../model/trainingData';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { isTrue, part, parts, text } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';

/** A local user of an account: what it may do where. Its keys and passwords are not among what a list answers. */
export function toStorageLocalUser(body: Body, account?: Resource): StorageLocalUser {
  const properties = part(body, 'properties');
  return {
    ...base('storageLocalUser', body, account),
    scopes: parts(properties, 'permissionScopes').map((scope) => ({
      service: text(scope, 'service').toLowerCase(),
      container: text(scope, 'resourceName'),
      permissions: text(scope, 'permissions').toLowerCase(),
    })),
    hasPassword: isTrue(properties, 'hasSshPassword'),
  };
}

export default childCollector({
  kind: 'storageLocalUser',
  parents: ['storageAccount'],
  permissions: ['Microsoft.Storage/storageAccounts/localUsers/read'],
  applies: (account) => account.kind === 'storageAccount' && account.isLocalUserEnabled,
  read: (azure, account) =>
    azure.list(`${account.id}/localUsers`, versionOf('microsoft.storage/storageaccounts/localusers')),
  convert: (body, account) => ({ resource: toStorageLocalUser(body, account) }),
});
