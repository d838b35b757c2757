import type { Finding } from '../model/finding';
import type { Kind } from '../model/resource';
import type { HeldResource } from '../model/run';
import { within } from '../model/scope';
import type { Gap, Snapshot } from '../model/snapshot';

const notListed = (resource: HeldResource): Gap => ({
  kind: resource.kind,
  scope: resource.id,
  reason: 'failed',
  permission: '',
  detail: 'not read in this run, and not known to be gone',
});

/** The gap of its kind, else that of its whole subscription. */
function gapOver(resource: HeldResource, gaps: readonly Gap[]): Gap {
  const over = gaps.filter((gap) => !gap.property && within(resource.id, gap.scope));
  const of = (kind: Kind): Gap | undefined => over.find((gap) => gap.kind === kind);
  return of(resource.kind) ?? of('subscription') ?? notListed(resource);
}

/**
 * Resources of the previous record that this snapshot lacks without proof that they are gone. They stay, marked with the run they
 * were last read in.
 */
export function carried(
  previous: readonly HeldResource[],
  previousRun: string,
  snapshot: Snapshot,
): readonly HeldResource[] {
  const here = new Set([...snapshot.resources, ...snapshot.context].map((resource) => resource.id));
  const gone = snapshot.gone;
  return previous
    .filter((held) => !here.has(held.id) && !gone.some((id) => within(held.id, id)))
    .map((held) => ({ ...held, carriedFrom: held.carriedFrom ?? previousRun }));
}

/** Findings on carried resources: what was known is unknown until it is read again. */
export function carriedFindings(
  previous: readonly Finding[],
  resources: readonly HeldResource[],
  gaps: readonly Gap[],
): readonly Finding[] {
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  return previous.flatMap((finding) => {
    const resource = byId.get(finding.resourceId);
    if (!resource) return [];
    const gap = gapOver(resource, gaps);
    const missing = gap.permission ? `needs ${gap.permission}` : gap.detail;
    return [{ ...finding, status: 'unknown' as const, evidence: `${resource.kind} not read: ${missing}`, gap }];
  });
}

/** What a finding remembers of its own past. */
type Past = Pick<Finding, 'firstSeenAt' | 'resolvedAt'>;

const nothing: Past = { firstSeenAt: '' };

/** A streak begins with the first failure, lasts through unknown, and ends with a verdict that is not a failure. */
function pastOf({ status }: Finding, { firstSeenAt, resolvedAt }: Past, takenAt: string): Past {
  const before = resolvedAt === undefined ? {} : { resolvedAt };
  if (status === 'fail') return { firstSeenAt: firstSeenAt || takenAt, ...before };
  if (status === 'unknown') return { firstSeenAt, ...before };
  return firstSeenAt ? { firstSeenAt: '', resolvedAt: takenAt } : { firstSeenAt: '', ...before };
}

/** Gives each finding its memory: since when it fails, kept while it is unknown, and when it was last resolved. */
export function remember(
  findings: readonly Finding[],
  previous: readonly Finding[],
  takenAt: string,
): readonly Finding[] {
  const before = new Map(previous.map((finding) => [`${finding.ruleId}\n${finding.resourceId}`, finding]));
  return findings.map((finding) => ({
    ...finding,
    ...pastOf(finding, before.get(`${finding.ruleId}\n${finding.resourceId}`) ?? nothing, takenAt),
  }));
}
