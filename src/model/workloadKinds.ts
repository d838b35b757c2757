import type { Kind, KindMap, Resource } from './resource';

/** Kinds that are inventoried only where they matter to AI: they run it, may call it, or show a key. */
export const workloadKinds = [
  'containerApp',
  'containerGroup',
  'webApp',
  'virtualMachine',
  'vmScaleSet',
  'managedCluster',
  'logicApp',
] as const satisfies readonly Kind[];

export type Workload = KindMap[(typeof workloadKinds)[number]];

const kinds = new Set<Kind>(workloadKinds);

export const isWorkload = (resource: Resource): resource is Workload => kinds.has(resource.kind);

/** Everyone the workload acts as: its own identity, those assigned to it, and a cluster's nodes. */
export function actsAs(workload: Workload): readonly string[] {
  const { principalId, userAssignedPrincipalIds } = workload.identity;
  const nodes = workload.kind === 'managedCluster' ? workload.kubeletPrincipalId : '';
  return [principalId || '', ...userAssignedPrincipalIds, nodes].filter(Boolean);
}
