import type { ManagedNetwork } from '../../model/ai';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { word } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';

const modes = ['Disabled', 'AllowInternetOutbound', 'AllowOnlyApprovedOutbound'];

/** The managed network of a Foundry account (2025-12-01). */
export const toManagedNetwork = (body: Body, account?: Resource): ManagedNetwork => ({
  ...base('managedNetwork', body, account),
  isolationMode: word(modes, '', body, 'properties', 'managedNetwork', 'isolationMode'),
});

/** Costs one request for each account that holds projects. */
export default childCollector({
  kind: 'managedNetwork',
  parents: ['aiAccount'],
  permissions: ['Microsoft.CognitiveServices/accounts/managedNetworks/read'],
  applies: (account) => account.kind === 'aiAccount' && account.allowProjectManagement,
  read: (azure, account) =>
    azure.list(`${account.id}/managedNetworks`, versionOf('microsoft.cognitiveservices/accounts/managednetworks')),
  convert: (body, account) => ({ resource: toManagedNetwork(body, account) }),
});
