import { toArmPath } from './armPath';
import type { EstateIndex } from './estateIndex';
import type { Knobs } from './knobs';
import type { ArmBody, Estate } from './tenant';

const managementGroup = '/providers/microsoft.management/managementgroups/';

/** Lower-cased ids of the management groups above a subscription, nearest first. */
export function groupsAbove(index: EstateIndex, subscriptionId: string): string[] {
  return chainOf(index.byId.get(`/subscriptions/${subscriptionId}`));
}

/** Every scope that reaches down to this one, itself included; the last is the tenant root, ''. */
export function scopesAbove(index: EstateIndex, scope: string): string[] {
  const scopes: string[] = [];
  let at = scope.toLowerCase();
  while (at !== '') {
    scopes.push(at);
    at = toArmPath(at).parent;
  }
  const subscriptionId = toArmPath(scope).subscriptionId;
  const chain = chainOf(
    index.byId.get(subscriptionId === '' ? scope.toLowerCase() : `/subscriptions/${subscriptionId}`),
  );
  return [...scopes, ...chain, ''];
}

/** Whether `scope` is `top` or lies below it. */
export function isAtOrBelow(index: EstateIndex, scope: string, top: string): boolean {
  const low = scope.toLowerCase();
  if (top === '' || low === top || low.startsWith(`${top}/`)) {
    return true;
  }
  return top.startsWith(managementGroup) && scopesAbove(index, low).includes(top);
}

/** Lower-cased ids of the subscriptions whose rows Resource Graph shows: not denied, not hidden, not disabled. */
export function visibleSubscriptions(estate: Estate, knobs: Knobs): Set<string> {
  const visible = estate.subscriptions.filter((body) => {
    const id = subscriptionIdOf(body);
    return body['state'] !== 'Disabled' && !knobs.denySubscriptions.has(id) && !knobs.hideSubscriptions.has(id);
  });
  return new Set(visible.map(subscriptionIdOf));
}

/** The lower-cased GUID of a subscription body. */
export const subscriptionIdOf = (body: ArmBody): string => toArmPath(body.id).subscriptionId;

interface Ancestors {
  managementGroupAncestorsChain?: readonly { name: string }[];
  details?: Ancestors;
}

function chainOf(body: ArmBody | undefined): string[] {
  const properties = (body?.['properties'] ?? {}) as Ancestors;
  const chain = properties.managementGroupAncestorsChain ?? properties.details?.managementGroupAncestorsChain ?? [];
  return chain.map((group) => `${managementGroup}${group.name.toLowerCase()}`);
}
