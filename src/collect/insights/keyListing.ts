import type { Resource } from '../../model/resource';
import type { KeyListing } from '../../model/usage';
import { base } from '../base';
import { idAt, instant } from '../body';
import { childCollector } from '../collector';
import type { AzureReader, Body } from '../collector';
import { accountEvents, accountOf, isKeyListing } from './activityLog';

const objectId = 'http://schemas.microsoft.com/identity/claims/objectidentifier';

const placeOf = (event: Body): string => `${accountOf(event)}/keylistings/${encodeURIComponent(idAt(event, 'caller'))}`;

/** The log's events come newest first; the first of each caller on each account stands for all of them. */
async function* read(azure: AzureReader, subscription: Resource): AsyncGenerator<Body> {
  const newest = new Map<string, Body>();
  for (const event of (await accountEvents(azure, subscription)).filter(isKeyListing)) {
    const known = newest.get(placeOf(event));
    if (!known || instant(known, 'eventTimestamp') < instant(event, 'eventTimestamp'))
      newest.set(placeOf(event), event);
  }
  yield* newest.values();
}

/** Who had the keys of an account handed out, and when last. The id is of our making: one for each caller, however often it asks. */
export function toKeyListing(event: Body, subscription?: Resource): KeyListing {
  const fixed = base('keyListing', event, subscription);
  const account = accountOf(event);
  return {
    ...fixed,
    ...(account ? { id: placeOf(event), parentId: account } : {}),
    at: instant(event, 'eventTimestamp'),
    caller: idAt(event, 'caller'),
    callerIds: [idAt(event, 'claims', objectId), idAt(event, 'claims', 'appid')].filter(Boolean),
  };
}

/** Costs no request of its own: the log of the accounts is read for regenerated keys already. */
export default childCollector({
  kind: 'keyListing',
  parents: ['subscription'],
  permissions: ['Microsoft.Insights/eventtypes/values/read'],
  read,
  convert: (event, subscription) => ({ resource: toKeyListing(event, subscription) }),
});
