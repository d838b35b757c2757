import { createHash } from 'node:crypto';
import type { Change, ChangeKind, DriftSort, MovedFinding } from '../model/drift';
import type { Resource } from '../model/resource';
import { severities, type Severity } from '../model/rule';
import type { UnitRecord } from '../model/run';
import { narrowsSight, tenantUnit, type Gap } from '../model/snapshot';
import { diffResource } from './diff';
import type { Move } from './moved';
import { watchedKinds } from './volatile';

/** A change while its findings are still being gathered. */
export interface Draft {
  readonly kind: 'appeared' | 'gone' | 'changed';
  readonly resource: Resource;
  readonly property: string;
  readonly before: string;
  readonly after: string;
  readonly moves: Move[];
}

const sorts: Readonly<Record<ChangeKind, DriftSort>> = {
  opened: 'posture',
  reopened: 'posture',
  worse: 'posture',
  resolved: 'posture',
  changed: 'configuration',
  appeared: 'inventory',
  gone: 'inventory',
  seenLess: 'coverage',
  seenMore: 'coverage',
  diverged: 'defender',
  exceptionOver: 'decision',
  exceptionEnding: 'decision',
};

export const sortOf = (kind: ChangeKind): DriftSort => sorts[kind];

const index = (resources: readonly Resource[]): Map<string, Resource> =>
  new Map(resources.map((resource) => [resource.id, resource]));

const readNow = (record: UnitRecord): readonly Resource[] =>
  record.resources.filter((held) => held.carriedFrom === undefined);

/** The tenant's record shares dependencies of other units: one that is no longer shared is not gone. */
const isOwn = (unit: string, id: string): boolean => unit !== tenantUnit || !id.startsWith('/subscriptions/');

const draft = (kind: Draft['kind'], resource: Resource, diff = { property: '', before: '', after: '' }): Draft => ({
  kind,
  resource,
  ...diff,
  moves: [],
});

/** The earlier side could not see the resource: meeting it now does not mean that it is new. */
export const wasHidden = (resource: Pick<Resource, 'id' | 'kind'>, gaps: readonly Gap[]): boolean =>
  gaps.some(
    (gap) =>
      narrowsSight(gap) &&
      gap.property === undefined &&
      (gap.kind === resource.kind || gap.kind === 'subscription') &&
      (gap.scope === '/' || resource.id === gap.scope || resource.id.startsWith(`${gap.scope}/`)),
  );

/**
 * Resources that came, went or changed between two records, one draft a property. What the later side only carries is neither gone
 * nor compared; what the earlier side carried is compared as it was last known, and what it could not see has not appeared.
 */
export function draftsBetween(before: UnitRecord, after: UnitRecord, ignoredProperties: readonly string[]): Draft[] {
  const [old, fresh] = [index(before.resources), index(readNow(after))];
  const held = index(after.resources);
  const arrived = [...fresh.values()]
    .filter((resource) => !old.has(resource.id) && !wasHidden(resource, before.gaps))
    .map((resource) => draft('appeared', resource));
  const left = [...old.values()]
    .filter(({ id }) => !held.has(id) && isOwn(after.unit, id))
    .map((resource) => draft('gone', resource));
  const changed = [...fresh.values()].flatMap((resource) => {
    const earlier = old.get(resource.id);
    return earlier
      ? diffResource(earlier, resource, ignoredProperties).map((diff) => draft('changed', resource, diff))
      : [];
  });
  return [...arrived, ...left, ...changed]
    .filter(({ resource }) => watchedKinds.has(resource.kind))
    .sort((a, b) => (a.resource.id < b.resource.id ? -1 : Number(a.resource.id > b.resource.id)));
}

const rank = (severity: Severity): number => severities.indexOf(severity);

/** The worst that is open now; where a change only resolved, the worst it resolved. */
export function worst(findings: readonly MovedFinding[]): Severity {
  const open = findings.filter(({ to }) => to === 'fail');
  return (open.length > 0 ? open : findings).reduce<Severity>(
    (held, { severity }) => (rank(severity) < rank(held) ? severity : held),
    'info',
  );
}

const words = (text: string): readonly string[] =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);

/** How many words of the property stand in the evidence: `disableLocalAuth` and `localAuthDisabled` share two. */
export function kinship(property: string, evidence: string): number {
  const said = new Set(words(evidence));
  return words(property).filter((word) => word.length > 2 && said.has(word)).length;
}

/** Same run pair, same change, same id. */
export const changeId = (...parts: readonly string[]): string =>
  `c-${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 12)}`;

/** A resource that came or went is told as that; a changed property as what it did to the verdicts. */
function kindOf({ kind, moves }: Draft): ChangeKind {
  if (kind !== 'changed') return kind;
  const ways = new Set(moves.map((move) => move.way));
  if (ways.has('reopened')) return 'reopened';
  if (ways.has('opened')) return 'opened';
  if (ways.has('worse')) return 'worse';
  return ways.has('resolved') ? 'resolved' : 'changed';
}

/** `systemData` tells only of the last write: it says who did this only when that write is later than the run compared with. */
const wroteSince = (resource: Resource, since: string): boolean =>
  resource.changedAt !== undefined && Date.parse(resource.changedAt) >= Date.parse(since);

/** The finished change: open findings before resolved ones, the worst first, those that speak of the property before others. */
export function finish(draft: Draft, unit: string, runs: Runs): Change {
  const { resource, property, before, after } = draft;
  const kind = kindOf(draft);
  const told = draft.kind !== 'gone' && wroteSince(resource, runs.fromTakenAt);
  const findings = [...draft.moves]
    .sort(
      (a, b) =>
        Number(a.way === 'resolved') - Number(b.way === 'resolved') ||
        rank(a.finding.severity) - rank(b.finding.severity) ||
        kinship(property, b.evidence) - kinship(property, a.evidence),
    )
    .map((move) => move.finding);
  return {
    id: changeId(runs.from, runs.to, draft.kind, resource.id, property),
    kind,
    sort: sortOf(kind),
    unit,
    resourceId: resource.id,
    resourceKind: resource.kind,
    name: resource.name,
    property,
    before,
    after,
    severity: worst(findings),
    actor: told ? (resource.changedBy ?? '') : '',
    at: told ? (resource.changedAt ?? '') : '',
    client: '',
    correlationId: '',
    approval: '',
    findings,
  };
}

/** The two runs that are compared: part of every change's id. */
export interface Runs {
  readonly from: string;
  readonly fromTakenAt: string;
  readonly to: string;
  readonly toTakenAt: string;
}
