import { fail, notApplicable, pass, type Verdict, type View } from '../model/rule';
import type { PrivateEndpoint } from '../model/surroundings';

/**
 * Whether an endpoint of one of `groups` keeps its records in zones that fit each of `zones`. Patterns, because sovereign clouds have
 * zones of their own.
 */
export function zoneVerdict(
  endpoint: PrivateEndpoint,
  view: View<'privateDnsZoneGroup'>,
  groups: readonly string[],
  zones: readonly RegExp[],
): Verdict {
  const groupIds = endpoint.connections.flatMap((connection) => connection.groupIds.map((id) => id.toLowerCase()));
  if (!groupIds.some((id) => groups.includes(id))) return notApplicable(`groupIds hold no ${groups.join(' or ')}`);
  const held = view.children(endpoint, 'privateDnsZoneGroup').flatMap((group) => group.zones);
  if (zones.every((zone) => held.some((name) => zone.test(name)))) return pass;
  return fail(`privateDnsZoneGroups hold ${held.join(', ') || 'no zone'}`);
}
