import type { Resource } from '../../model/resource';
import { within } from '../gaps';

/** The id of what a list at a subscription tells: its own, and one at the subscription for what was made above, which each tells again. */
export function idAtSubscription(id: string, subscription: Resource, type: string): string {
  if (within(id, subscription.id)) return id;
  return `${subscription.id}/providers/${type}/${id.slice(id.lastIndexOf('/') + 1)}`;
}
