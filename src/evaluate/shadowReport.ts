import { wideScopes, type ConsentedApp } from '../model/consent';
import { isDead, keyTargets, openedBy } from '../model/exposure';
import type { Known } from '../model/openPorts';
import type { Policy } from '../model/policy';
import type { Kind, KindMap, Resource } from '../model/resource';
import type { Run } from '../model/run';
import { sanctionOf, type Sanctioned } from '../model/sanctions';
import { proofOf, type Proof } from '../model/shadow';
import type { ExposedRow, ShadowReport, ShadowRow } from '../model/shadowReport';
import { shadowUseOf } from '../model/shadowUse';
import { isWorkload, type Workload } from '../model/workloadKinds';
import { gatewaysOutside } from './shadowGateways';

function indexed(resources: readonly Resource[]): Known {
  const byKind = Map.groupBy(resources, ({ kind }) => kind);
  return { all: <K extends Kind>(kind: K) => (byKind.get(kind) ?? []) as unknown as readonly KindMap[K][] };
}

const reason = (sanctioned: Sanctioned): string => (sanctioned?.state === 'holds' ? sanctioned.entry.why : '');

const whyOf = ({ counted }: Proof): readonly string[] =>
  counted.map(({ signal, what, place }) => `${signal} ${what} at ${place}`);

/** Of an application the scopes that open mail, files, sites or chats are told beside its signs. */
function toAppRow(app: ConsentedApp, policy: Policy, takenAt: string): ShadowRow {
  const proof = proofOf(app.aiSignals);
  const wide = wideScopes(app);
  const reach = `consented ${(wide.length > 0 ? wide : app.scopes).join(', ')}${app.forEveryone ? ' for everyone' : ''}`;
  return {
    ...{ id: app.id, name: app.name, kind: app.kind, managedHosts: [] },
    ...{ confidence: proof.confidence, weight: proof.weight },
    why: [...whyOf(proof), ...(app.scopes.length > 0 ? [reach] : []), ...(app.isEnabled ? [] : ['sign-in is off'])],
    sanctioned: reason(sanctionOf(policy, app, takenAt)),
  };
}

function toRow(workload: Workload, known: Known, policy: Policy, takenAt: string): ShadowRow {
  const { proof, managedHosts, sanctioned } = shadowUseOf(workload, { known, policy, takenAt });
  return {
    id: workload.id,
    name: workload.name,
    kind: workload.kind,
    confidence: proof.confidence,
    weight: proof.weight,
    why: whyOf(proof),
    managedHosts,
    sanctioned: reason(sanctioned),
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
  const rows = [
    ...resources.filter(isWorkload).map((one) => toRow(one, known, policy, takenAt)),
    ...gatewaysOutside(known, policy, takenAt),
    ...known.all('consentedApp').map((one) => toAppRow(one, policy, takenAt)),
  ];
  return {
    workloads: rows.filter((row) => isTold(row, all)).sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1)),
    secrets: resources.flatMap((one) => secretsOf(one, targets)),
  };
}
