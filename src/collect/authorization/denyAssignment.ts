import type { DenyAssignment } from '../../model/authorization';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { idAt, isTrue, part, parts, text } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';
import { scopeOf } from '../scope';
import { toBlock } from './blocks';
import { idAtSubscription } from './inherited';

const type = 'microsoft.authorization/denyassignments';

const named = (properties: Body, list: string): DenyAssignment['principals'] =>
  parts(properties, list).map((one) => ({ id: idAt(one, 'id'), type: text(one, 'type') }));

/** A deny assignment; where `scope` is left out, it is what stands before the provider in the id. */
export function toDenyAssignment(body: Body, subscription: Resource): DenyAssignment {
  const properties = part(body, 'properties');
  const fixed = base('denyAssignment', body, subscription);
  return {
    ...fixed,
    id: idAtSubscription(fixed.id, subscription, type),
    scope: idAt(properties, 'scope') || scopeOf(body),
    permissions: parts(properties, 'permissions').map(toBlock),
    principals: named(properties, 'principals'),
    excludePrincipals: named(properties, 'excludePrincipals'),
    doNotApplyToChildScopes: isTrue(properties, 'doNotApplyToChildScopes'),
    hasCondition:
      text(properties, 'condition') !== '' || parts(properties, 'permissions').some((one) => text(one, 'condition')),
  };
}

/** Resource Graph does not hold deny assignments: one request a subscription lists those above, at and below it. */
export default childCollector({
  kind: 'denyAssignment',
  parents: ['subscription'],
  permissions: ['Microsoft.Authorization/denyAssignments/read'],
  read: (azure, subscription) =>
    azure.list(`${subscription.id}/providers/Microsoft.Authorization/denyAssignments`, versionOf(type)),
  convert: (body, subscription) => ({ resource: toDenyAssignment(body, subscription) }),
});
