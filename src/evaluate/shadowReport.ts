import { isDead, keyTargets, openedBy } from '../model/exposure';
import type { Known } from '../model/openPorts';
import type { Policy } from '../model/policy';
import type { Kind, KindMap, Resource } from '../model/resource';
import type { Run } from '../model/run';
import type { ExposedRow, ShadowReport, ShadowRow } from '../model/shadowReport';
import { shadowUseOf } from '../model/shadowUse';
import { isWorkload, type Workload } from '../model/workloadKinds';

function indexed(resources: readonly Resource[]): Known {
  const byKind = Map.groupBy(resources, ({ kind }) => kind);
  return { all: <K extends Kind>(kind: K) => (byKind.get(kind) ?? []) as unknown as readonly KindMap[K][] };
}

function toRow(workload: Workload, known: Known, policy: Policy, takenAt: string): ShadowRow {
  const { proof, managedHosts, sanctioned } = shadowUseOf(workload, { known, policy, takenAt });
  return {
    id: workload.id,
    name: workload.name,
    kind: workload.kind,
    confidence: proof.confidence,
    weight: proof.weight,
    why: proof.counted.map(({ signal, what, place }) => `${signal} ${what} at ${place}`),
    managedHosts,
    sanctioned: sanctioned?.state === 'holds' ? sanctioned.entry.why : '',
  };
}

const secretsOf = (resource: Resource, targets: readonly Resource[]): readonly ExposedRow[] =>
  (resource.exposedSecrets ?? []).map((secret) => ({
    ...secret,
    id: resource.id,
    name: resource.name,
    kind: resource.kind,
    opensId: openedBy(secret, targets)?.id ?? '',
    dead: isDead(secret, targets),
  }));

const isTold = ({ confidence, managedHosts }: ShadowRow, all: boolean): boolean =>
  confidence === 'confirmed' ||
  confidence === 'likely' ||
  managedHosts.length > 0 ||
  (all && confidence === 'possible');

/**
 * AI in use beyond the managed inventory, strongest proof first, and every secret that readers see, with its place. `all` adds what is
 * possible at most.
 */
export function shadowReport({ resources, takenAt }: Run, policy: Policy, all = false): ShadowReport {
  const known = indexed(resources);
  const targets = keyTargets.flatMap((kind): readonly Resource[] => known.all(kind));
  const rows = resources.filter(isWorkload).map((one) => toRow(one, known, policy, takenAt));
  return {
    workloads: rows.filter((row) => isTold(row, all)).sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1)),
    secrets: resources.flatMap((one) => secretsOf(one, targets)),
  };
}
