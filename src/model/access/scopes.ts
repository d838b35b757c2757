import { typeIn } from '../ability';
import type { Subscription } from '../governance';
import { oncePer } from '../oncePer';

/** Something that holds at a scope: an assignment, a deny, a lock. */
interface Scoped {
  readonly scope: string;
}

/** Ends with a slash, so that a prefix of it is one of whole segments. */
const path = (id: string): string => {
  const lower = id.toLowerCase();
  return lower.endsWith('/') ? `${lower.replace(/\/+$/, '')}/` : `${lower}/`;
};
const managementGroups = '/providers/microsoft.management/managementgroups/';

function standsAbove(group: string, subscription: Subscription | undefined): 'yes' | 'no' | 'chainUnread' {
  const chain = (subscription?.managementGroupIds ?? []).map((id) => id.toLowerCase());
  if (chain.includes(group)) return 'yes';
  // The root group bears the tenant's id and stands above every subscription.
  if (subscription?.tenantId && group === `${managementGroups}${subscription.tenantId.toLowerCase()}`) return 'yes';
  return chain.length > 0 ? 'no' : 'chainUnread';
}

/**
 * Whether an assignment at `scope` holds on the resource: `/`, a management group above its subscription, or a prefix of its id by
 * whole segments.
 */
export function reaches(
  scope: string,
  resourceId: string,
  subscription: Subscription | undefined,
): 'yes' | 'no' | 'chainUnread' {
  if (scope.toLowerCase().startsWith(managementGroups)) return standsAbove(scope.toLowerCase(), subscription);
  return path(resourceId).startsWith(path(scope)) ? 'yes' : 'no';
}

export const isSameScope = (one: string, other: string): boolean => path(one) === path(other);

const placeOf = (scope: string): string =>
  scope.toLowerCase().startsWith(managementGroups) ? managementGroups : path(scope);

/** Every path that ends at a segment of the resource's id, itself included, and the bucket of management groups. */
function placesAbove(resourceId: string): readonly string[] {
  const whole = path(resourceId);
  const places = [managementGroups];
  for (let at = whole.indexOf('/'); at >= 0; at = whole.indexOf('/', at + 1)) places.push(whole.slice(0, at + 1));
  return places;
}

const byPlace = oncePer((all: readonly Scoped[]) =>
  Map.groupBy(
    all.map((one, at) => ({ at, one })),
    ({ one }) => placeOf(one.scope),
  ),
);

/** Of what has a scope, all at the resource, above it, or at any management group, in the order given: where `reaches` could say yes. */
export function scopedNear<T extends Scoped>(all: readonly T[], resourceId: string): readonly T[] {
  const index = byPlace(all);
  return placesAbove(resourceId)
    .flatMap((place) => index.get(place) ?? [])
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one as T);
}

/** Only what stands on a child of a resource has a resource above it. */
const isOnChild = ({ scope }: Scoped): boolean => typeIn(scope).split('/').length > 2;

const byParent = oncePer((all: readonly Scoped[]) => {
  const entries = all
    .filter(isOnChild)
    .flatMap((one) => placesAbove(one.scope).map((place) => ({ place, one })))
    .filter(({ place, one }) => place !== path(one.scope));
  return Map.groupBy(entries, ({ place }) => place);
});

/** What stands on a child of the resource, however deep, in the order given. */
export const scopedBeneath = <T extends Scoped>(all: readonly T[], resourceId: string): readonly T[] =>
  (byParent(all).get(path(resourceId)) ?? []).map(({ one }) => one as T);
