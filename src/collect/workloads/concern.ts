import { usesOf } from '../../model/edges';
import type { Principal } from '../../model/governance';
import type { Resource } from '../../model/resource';
import { proofOf } from '../../model/shadow';
import { actsAs, isWorkload, type Workload } from '../../model/workloadKinds';

/** Kinds that are AI themselves; what they name by id counts with them. */
const isAi = ({ kind }: Resource): boolean =>
  kind === 'aiAccount' || kind === 'mlWorkspace' || kind === 'mlRegistry' || kind === 'searchService';

const above = (id: string): readonly string[] => {
  const segments = id.split('/');
  return segments.map((_, at) => segments.slice(0, at + 1).join('/')).filter(Boolean);
};

/** Every principal with a role at a place that holds AI, stands above it, or lies below it; members of a group with it. */
export function reachingAi(all: readonly Resource[], principals: readonly Principal[]): ReadonlySet<string> {
  const targets = all.filter(isAi).flatMap((one) => [one.id, ...usesOf(one).flatMap(({ targetId }) => targetId ?? [])]);
  const ids = new Set(targets);
  const places = new Set(targets.flatMap(above));
  const touches = (scope: string): boolean =>
    scope === '/' ||
    scope.includes('/managementgroups/') ||
    places.has(scope) ||
    above(scope).some((place) => ids.has(place));
  const named = new Set(
    all.flatMap((one) => (one.kind === 'roleAssignment' && touches(one.scope.toLowerCase()) ? [one.principalId] : [])),
  );
  const members = principals.filter(({ id }) => named.has(id)).flatMap(({ memberIds }) => memberIds ?? []);
  return new Set([...named, ...members]);
}

const showsIt = (one: {
  readonly aiSignals: Workload['aiSignals'];
  readonly exposedSecrets?: readonly unknown[];
}): boolean => proofOf(one.aiSignals).confidence !== 'none' || (one.exposedSecrets?.length ?? 0) > 0;

/** True when a workload by itself shows that it matters: signs of AI beyond a word, or a readable secret. */
export const mattersByItself = (resource: Resource): boolean =>
  (isWorkload(resource) || resource.kind === 'vmExtension' || resource.kind === 'webAppSettings') && showsIt(resource);

interface Beside {
  readonly ids: readonly string[];
  readonly subnets: readonly string[];
}

/** What one resource that is kept, or hangs on one that is, names beside itself. */
function besideOf(one: Resource, kept: ReadonlySet<string>): Beside {
  if (one.kind === 'networkInterface' && kept.has(one.virtualMachineId))
    return { ids: [one.id, one.networkSecurityGroupId], subnets: one.subnetIds };
  if (one.kind === 'containerApp' && kept.has(one.id)) return { ids: [one.environmentId], subnets: [] };
  if (one.kind === 'vmScaleSet' && kept.has(one.id))
    return { ids: one.networkSecurityGroupIds, subnets: one.subnetIds };
  return { ids: [], subnets: [] };
}

/** Ids of what stands around kept workloads: environments, network cards, and the security groups of these and of their subnets. */
function around(kept: ReadonlySet<string>, all: readonly Resource[]): ReadonlySet<string> {
  const named = all.map((one) => besideOf(one, kept));
  const subnets = new Set(named.flatMap((one) => one.subnets));
  const networks = all.flatMap((one) => (one.kind === 'virtualNetwork' ? one.subnets : []));
  const guards = networks
    .filter(({ id }) => subnets.has(id))
    .map(({ networkSecurityGroupId }) => networkSecurityGroupId);
  return new Set([...named.flatMap(({ ids }) => ids), ...guards]);
}

const standsAround = new Set<Resource['kind']>(['containerEnvironment', 'networkInterface', 'networkSecurityGroup']);

export interface Concern {
  /** See `reachingAi`. */
  readonly reaching: ReadonlySet<string>;
  /** Every site, because its settings are going to be read. */
  readonly everySite: boolean;
}

/**
 * The resources of one unit without the workloads that do not matter: a tenant of a hundred thousand machines is no inventory of AI. Kept is what
 * shows AI or a secret itself, or acts as somebody with a role at AI; with a machine its network cards and their security groups. A port
 * that is open, and a word in a name, keep nothing.
 */
export function ofConcern(resources: readonly Resource[], { reaching, everySite }: Concern): readonly Resource[] {
  const owners = new Set(
    resources.filter(mattersByItself).map(({ id, kind, parentId = '' }) => (kind === 'vmExtension' ? parentId : id)),
  );
  const matters = (one: Workload): boolean =>
    owners.has(one.id) || actsAs(one).some((id) => reaching.has(id)) || (everySite && one.kind === 'webApp');
  const kept = new Set(resources.filter((one) => isWorkload(one) && matters(one)).map(({ id }) => id));
  const beside = around(kept, resources);
  return resources.filter((one) => {
    if (isWorkload(one)) return kept.has(one.id);
    if (one.kind === 'vmExtension') return mattersByItself(one);
    return !standsAround.has(one.kind) || beside.has(one.id);
  });
}
