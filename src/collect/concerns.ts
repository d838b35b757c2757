import { hostsOf, usesOf, type Use } from '../model/edges';
import { surroundingKinds, type Kind, type Resource } from '../model/resource';

const surroundings = new Set<Kind>(surroundingKinds);

export const isSurrounding = ({ kind }: Resource): boolean => surroundings.has(kind);

/** What resources use, each target once. */
export function usesOfAll(resources: readonly Resource[]): readonly Use[] {
  const uses = resources.flatMap(usesOf);
  return [...new Map(uses.map((use) => [use.targetId ?? `//${use.targetHost ?? ''}`, use])).values()];
}

/** Finds the resource that a use points at, by id or by host. */
export function finder(resources: readonly Resource[]): (use: Use) => Resource | undefined {
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const byHost = new Map(resources.flatMap((resource) => hostsOf(resource).map((host) => [host, resource] as const)));
  return ({ targetId, targetHost }) => (targetId === undefined ? byHost.get(targetHost ?? '') : byId.get(targetId));
}

/** Kinds that speak of other resources and are kept only where those are inventoried. */
export const isRemark = ({ kind }: Resource): boolean =>
  kind === 'privateEndpoint' || kind === 'assessment' || kind === 'metricAlert';

const scopeOnly = (id: string): boolean => !id.includes('/providers/');

/**
 * True when a private endpoint leads to, or a Defender assessment is about, one of the resources with these ids. Assessments of the subscription
 * or of a resource group concern all in it.
 */
export function remarksOn(remark: Resource, ids: ReadonlySet<string>): boolean {
  if (remark.kind === 'privateEndpoint')
    return remark.connections.some(({ targetId }) => ids.has(targetId.toLowerCase()));
  if (remark.kind === 'metricAlert') return remark.scopes.some((scope) => scopeOnly(scope) || ids.has(scope));
  return remark.kind !== 'assessment' || scopeOnly(remark.resourceId) || ids.has(remark.resourceId);
}
