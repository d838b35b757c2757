import type { UnmatchedAssessment } from '../model/finding';
import type { Kind } from '../model/resource';
import type { Rule } from '../model/rule';
import type { Snapshot } from '../model/snapshot';
import { normaliseName } from './defender';

/**
 * Failing Defender assessments on resources of ours that none of our rules speaks of: what only Defender sees. Sorted by resource,
 * then key.
 */
export function unmatchedAssessments(rules: readonly Rule[], snapshot: Snapshot): readonly UnmatchedAssessment[] {
  const keys = new Set(rules.flatMap((rule) => rule.defender?.assessments ?? []));
  const policies = new Set(rules.flatMap((rule) => rule.defender?.policies ?? []));
  const names = new Set(rules.flatMap((rule) => rule.defender?.names ?? []).map(normaliseName));
  const ours = new Set(snapshot.resources.filter(({ kind }) => !governance.has(kind)).map((resource) => resource.id));
  return snapshot.resources
    .filter((resource) => resource.kind === 'assessment')
    .filter((one) => one.code === 'Unhealthy' && ours.has(one.resourceId))
    .filter(
      (one) =>
        !keys.has(one.assessmentKey) &&
        !policies.has(one.policyDefinitionId) &&
        !names.has(normaliseName(one.displayName)),
    )
    .map(({ assessmentKey, displayName, resourceId, code }) => ({ assessmentKey, displayName, resourceId, code }))
    .sort((a, b) => (a.resourceId + a.assessmentKey < b.resourceId + b.assessmentKey ? -1 : 1));
}

/** Assessments on these say something about the subscription, not about an AI resource. */
const governance: ReadonlySet<Kind> = new Set<Kind>([
  'subscription',
  'managementGroup',
  'assessment',
  'roleAssignment',
]);
