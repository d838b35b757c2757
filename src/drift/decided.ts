import { namesRule, warningDays, type Decision } from '../model/decision';
import type { Change, MovedFinding } from '../model/drift';
import type { Finding } from '../model/finding';
import { within } from '../model/scope';
import { changeId, worst } from './changes';

const day = 86_400_000;

/** A decision whose end, or whose warning, falls between two runs. */
export interface Ending {
  readonly decision: Decision;
  readonly kind: 'exceptionOver' | 'exceptionEnding';
}

const between = (instant: number, from: string, to: string): boolean =>
  instant > Date.parse(from) && instant <= Date.parse(to);

/** Exceptions and snoozes that ended, or came within seven days of their end, since the earlier run. Those taken back have no end to tell. */
export function endingsBetween(decisions: readonly Decision[], from: string, to: string): readonly Ending[] {
  return decisions.flatMap((decision): readonly Ending[] => {
    if (decision.until === '' || decision.withdrawn) return [];
    const end = Date.parse(decision.until);
    if (between(end, from, to)) return [{ decision, kind: 'exceptionOver' }];
    return decision.kind === 'exception' && between(end - warningDays * day, from, to)
      ? [{ decision, kind: 'exceptionEnding' }]
      : [];
  });
}

/** Failing, or failing when it was last known: what cannot be read on the day an exception ends would never be told of. */
const isOpen = ({ status, firstSeenAt }: Finding): boolean =>
  status === 'fail' || (status === 'unknown' && firstSeenAt !== '');

/** True for a finding that is open again once the decision has ended. */
export const isUnder = (decision: Decision, finding: Finding): boolean =>
  isOpen(finding) && namesRule(decision.rule, finding.ruleId) && within(finding.resourceId, decision.scope);

const moved = ({ ruleId, resourceId, fingerprint, severity, status }: Finding): MovedFinding => ({
  ...{ ruleId, resourceId, fingerprint, severity },
  from: 'excepted',
  to: status,
});

const nameOf = (scope: string): string =>
  scope === '/' ? 'the whole tenant' : scope.slice(scope.lastIndexOf('/') + 1);
const unitOf = (scope: string): string => scope.split('/')[2] ?? '';

/** What the end of a decision brings back, as one change. `open` are the findings under it. */
export function toEndingChange(
  { decision, kind }: Ending,
  open: readonly Finding[],
  runs: { readonly from: string; readonly to: string },
): Change {
  const findings = open.map(moved);
  return {
    id: changeId(runs.from, runs.to, kind, decision.id),
    kind,
    sort: 'decision',
    unit: unitOf(decision.scope),
    resourceId: decision.scope,
    resourceKind: '',
    name: nameOf(decision.scope),
    property: '',
    before: decision.reason,
    after: decision.until,
    severity: worst(findings),
    actor: decision.owner,
    at: decision.at,
    client: '',
    correlationId: '',
    approval: '',
    findings: kind === 'exceptionOver' ? findings : [],
  };
}
