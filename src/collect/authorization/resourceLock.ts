import type { Resource } from '../../model/resource';
import type { ResourceLock } from '../../model/safeguards';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { oneOf } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';

/** A lock; what it locks is the part of its id before the provider. */
export function toResourceLock(body: Body, subscription?: Resource): ResourceLock {
  const fixed = base('resourceLock', body, subscription);
  return {
    ...fixed,
    scope: fixed.id.slice(0, Math.max(0, fixed.id.lastIndexOf('/providers/microsoft.authorization/locks/'))),
    level: oneOf(['CanNotDelete', 'ReadOnly'], 'Unrecognised', body, 'properties', 'level'),
  };
}

/** Resource Graph does not hold locks: one request a subscription lists those at and below it. */
export default childCollector({
  kind: 'resourceLock',
  parents: ['subscription'],
  permissions: ['Microsoft.Authorization/locks/read'],
  read: (azure, subscription) =>
    azure.list(
      `${subscription.id}/providers/Microsoft.Authorization/locks`,
      versionOf('microsoft.authorization/locks'),
    ),
  convert: (body, parent) => ({ resource: toResourceLock(body, parent) }),
});
