import type { RoleEligibility } from '../../model/authorization';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { attempt } from '../attempt';
import { base } from '../base';
import { idAt, instant, part, word } from '../body';
import { childCollector } from '../collector';
import type { AzureReader, Body } from '../collector';
import { scopeOf } from '../scope';
import { conditionOf } from './blocks';
import { idAtSubscription } from './inherited';

const type = 'microsoft.authorization/roleeligibilityscheduleinstances';
const path = 'providers/Microsoft.Authorization/roleEligibilityScheduleInstances';

/** A role that a principal may activate; where `scope` is left out, it is what stands before the provider in the id. */
export function toRoleEligibility(body: Body, subscription: Resource): RoleEligibility {
  const properties = part(body, 'properties');
  const fixed = base('roleEligibility', body, subscription);
  return {
    ...fixed,
    id: idAtSubscription(fixed.id, subscription, type),
    scope: idAt(properties, 'scope') || scopeOf(body),
    principalId: idAt(properties, 'principalId'),
    principalType: word(
      ['User', 'Group', 'ServicePrincipal', 'ForeignGroup', 'Device'],
      '',
      properties,
      'principalType',
    ),
    roleDefinitionId: idAt(properties, 'roleDefinitionId'),
    ...conditionOf(properties),
    endsAt: instant(properties, 'endDateTime'),
  };
}

/** Without a licence of Entra ID P2 nobody can activate anything, and Azure refuses the list by that name: there are none. */
async function* eligible(azure: AzureReader, subscription: Resource): AsyncGenerator<Body> {
  const rows: Body[] = [];
  const tried = await attempt(async () => {
    for await (const row of azure.list(`${subscription.id}/${path}`, versionOf(type))) rows.push(row);
  });
  yield* rows;
  if (!tried.ok && !/AadPremiumLicenseRequired/i.test(tried.error.message)) throw tried.error;
}

/** Resource Graph does not hold them: one request a subscription lists those above, at and below it. */
export default childCollector({
  kind: 'roleEligibility',
  parents: ['subscription'],
  permissions: ['Microsoft.Authorization/roleEligibilityScheduleInstances/read'],
  read: eligible,
  convert: (body, subscription) => ({ resource: toRoleEligibility(body, subscription) }),
});
