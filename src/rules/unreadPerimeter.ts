import type { Kind } from '../model/resource';
import type { Verdict, View } from '../model/rule';

/**
 * For services whose perimeter associations are not among what is read: `SecuredByPerimeter` is then neither open nor closed, for
 * nobody can say whether the perimeter enforces.
 */
export const perimeterUnread = (resource: { readonly id: string; readonly kind: Kind }, view: View): Verdict =>
  view.doubt(resource, 'publicNetworkAccess', 'SecuredByPerimeter, and the access mode of the perimeter is not read');
