import { namesRule, type Decision, type DecisionNote } from '../model/decision';
import type { Change, Drift } from '../model/drift';
import type { Finding } from '../model/finding';
import { within } from '../model/scope';
import { holds } from './standing';

/** The strongest first: an accepted risk is more than one that is put off, and that more than one that was seen. */
const strength = ['exception', 'snooze', 'acknowledgement'] as const;

const rank = ({ kind }: Decision): number => strength.findIndex((one) => one === kind);

const toNote = ({ id, kind, reason, owner, until, by, at }: Decision): DecisionNote => ({
  id,
  kind,
  reason,
  owner,
  until,
  by,
  at,
});

/** The decision that speaks of a finding at an instant, the strongest of them; undefined when none does. */
export type DecisionOf = (finding: Pick<Finding, 'ruleId' | 'resourceId'>) => DecisionNote | undefined;

/** Decisions by scope, so that a finding asks only for those at its own path and above. */
function byScope(decisions: readonly Decision[], at: string): ReadonlyMap<string, readonly Decision[]> {
  const held = decisions.filter((decision) => rank(decision) >= 0 && holds(decision, at));
  return Map.groupBy(
    [...held].sort((a, b) => rank(a) - rank(b) || (a.at < b.at ? 1 : -1)),
    ({ scope }) => scope,
  );
}

const placesOf = (id: string): readonly string[] => {
  const places = ['/', id];
  for (let at = id.lastIndexOf('/'); at > 0; at = id.lastIndexOf('/', at - 1)) places.push(id.slice(0, at));
  return places;
};

/** Prepares decisions for reading many findings at one instant. */
export function decisionsAt(decisions: readonly Decision[], at: string): DecisionOf {
  const scopes = byScope(decisions, at);
  if (scopes.size === 0) return () => undefined;
  return ({ ruleId, resourceId }) => {
    const near = placesOf(resourceId)
      .flatMap((place) => scopes.get(place) ?? [])
      .filter(({ rule }) => namesRule(rule, ruleId))
      .sort((a, b) => rank(a) - rank(b));
    return near[0] && toNote(near[0]);
  };
}

/**
 * Findings as people see them: an open one under an exception is `excepted`, one that is snoozed or acknowledged stays open and says so. A
 * verdict that is not a failure is nobody's to except.
 */
export function applyDecisions(findings: readonly Finding[], decisionOf: DecisionOf): readonly Finding[] {
  return findings.map((finding) => {
    if (finding.status !== 'fail') return finding;
    const decision = decisionOf(finding);
    if (!decision) return finding;
    return decision.kind === 'exception' ? { ...finding, status: 'excepted', decision } : { ...finding, decision };
  });
}

/** The approval that covers a change, by its id or by the resource it happened on. */
export const approvalOf = (
  decisions: readonly Decision[],
  change: { readonly id: string; readonly resourceId: string },
  at: string,
): Decision | undefined =>
  decisions.find(
    (decision) =>
      decision.kind === 'approval' &&
      holds(decision, at) &&
      decision.changes.includes(change.id) &&
      within(change.resourceId, decision.scope),
  );

const approved = (change: Change, { by, reason }: Decision): Change => ({
  ...change,
  approval: `approved by ${by}: ${reason}`,
  ...(change.integrity === undefined
    ? {}
    : { integrity: 'approved' as const, integrityReason: `approved by ${by}: ${reason}` }),
});

/** What changed, as people see it: a change that somebody said was meant is an approved one. The verdicts that it moved stay as they are. */
export function approveChanges(drift: Drift, decisions: readonly Decision[], at: string): Drift {
  const changes = drift.changes.map((change) => {
    const decision = approvalOf(decisions, change, at);
    return decision ? approved(change, decision) : change;
  });
  return changes.every((change, index) => change === drift.changes[index]) ? drift : { ...drift, changes };
}
