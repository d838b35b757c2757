import type { Resource } from '../../model/resource';
import type { DeletedAccount } from '../../model/safeguards';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { instant } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';

/** A deleted account until Azure purges it. */
export const toDeletedAccount = (body: Body, subscription?: Resource): DeletedAccount => ({
  ...base('deletedAccount', body, subscription),
  deletedAt: instant(body, 'properties', 'deletionDate'),
  purgesAt: instant(body, 'properties', 'scheduledPurgeDate'),
});

/** Costs one request a subscription. */
export default childCollector({
  kind: 'deletedAccount',
  parents: ['subscription'],
  permissions: [
    'Microsoft.CognitiveServices/deletedAccounts/read',
    'Microsoft.CognitiveServices/locations/resourceGroups/deletedAccounts/read',
  ],
  read: (azure, subscription) =>
    azure.list(
      `${subscription.id}/providers/Microsoft.CognitiveServices/deletedAccounts`,
      versionOf('microsoft.cognitiveservices/locations/resourcegroups/deletedaccounts'),
    ),
  convert: (body, parent) => ({ resource: toDeletedAccount(body, parent) }),
});
