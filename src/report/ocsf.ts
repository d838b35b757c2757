import { frameworkTitles, type Framework } from '../model/controls';
import type { Finding } from '../model/finding';
import type { HeldResource, Run } from '../model/run';
import type { Rule } from '../model/rule';
import { decisionWords, isQuiet, plain, sentenceOf, severityWords, titleOf, type ExportInput } from './exportParts';

/** Compliance finding: class 2003. */
const schemaVersion = '1.5.0';
const classId = 2003;

const severityIds = { info: 1, low: 2, medium: 3, high: 4, critical: 5 } as const;

/** OCSF calls `Warning` what gave no result for want of information. */
const verdicts = {
  pass: [1, 'Pass'],
  unknown: [2, 'Warning'],
  fail: [3, 'Fail'],
  excepted: [3, 'Fail'],
  notApplicable: [99, 'Not applicable'],
} as const;

const milliseconds = (instant: string): number => Date.parse(instant);

/** Where the finding stands in people's work: apart from its verdict, which stays `Fail` while a risk is accepted. */
function stateOf(finding: Finding): readonly [number, string] {
  if (isQuiet(finding)) return [3, 'Suppressed'];
  if (finding.status === 'pass' || finding.status === 'notApplicable') return [4, 'Resolved'];
  return finding.decision ? [2, 'In Progress'] : [1, 'New'];
}

function activityOf({ status, firstSeenAt, resolvedAt }: Finding, takenAt: string): readonly [number, string] {
  if (status === 'pass' && resolvedAt) return [3, 'Close'];
  return firstSeenAt !== '' && firstSeenAt < takenAt ? [2, 'Update'] : [1, 'Create'];
}

function complianceOf(finding: Finding, rule: Rule | undefined): unknown {
  const controls = Object.entries(rule?.controls ?? {}) as [Framework, readonly string[]][];
  const [status_id, status] = verdicts[finding.status];
  return {
    control: finding.ruleId,
    standards: controls.length > 0 ? controls.map(([framework]) => frameworkTitles[framework]) : ['aispm'],
    requirements: controls.flatMap(([framework, ids]) => ids.map((id) => `${frameworkTitles[framework]}: ${id}`)),
    status,
    status_id,
    status_detail: sentenceOf(finding),
    ...(finding.gap?.permission ? { status_code: plain(finding.gap.permission) } : {}),
  };
}

const toResource = ({ resourceId, kind }: Finding, resource: HeldResource | undefined): unknown => ({
  uid: plain(resourceId),
  type: kind,
  ...(resource
    ? { name: plain(resource.name), group: { name: plain(resource.resourceGroup) }, region: plain(resource.location) }
    : {}),
});

const cloudOf = ({ resourceId }: Finding, resource: HeldResource | undefined): unknown => {
  const subscription = resource?.subscriptionId ?? /^\/subscriptions\/([^/]+)/.exec(resourceId)?.[1] ?? '';
  return {
    provider: 'Azure',
    ...(resource?.location ? { region: plain(resource.location) } : {}),
    ...(subscription ? { account: { uid: plain(subscription), type: 'Azure Subscription', type_id: 13 } } : {}),
  };
};

function infoOf(finding: Finding, { takenAt }: Run, input: ExportInput): unknown {
  const why = input.rules.get(finding.ruleId)?.why;
  return {
    uid: finding.fingerprint,
    title: titleOf(input, finding.ruleId),
    types: ['Posture'],
    ...(why ? { desc: why } : {}),
    analytic: { name: finding.ruleId, type: 'Rule', type_id: 1, uid: finding.ruleId },
    ...(finding.firstSeenAt ? { first_seen_time: milliseconds(finding.firstSeenAt) } : {}),
    last_seen_time: milliseconds(takenAt),
  };
}

function toEvent(finding: Finding, run: Run, input: ExportInput, resource: HeldResource | undefined): unknown {
  const rule = input.rules.get(finding.ruleId);
  const [activity_id, activity_name] = activityOf(finding, run.takenAt);
  const [status_id, status] = stateOf(finding);
  return {
    ...{ activity_id, activity_name, status_id, status },
    ...{ category_uid: 2, category_name: 'Findings', class_uid: classId, class_name: 'Compliance Finding' },
    ...{ type_uid: classId * 100 + activity_id, type_name: `Compliance Finding: ${activity_name}` },
    ...{ severity_id: severityIds[finding.severity], severity: severityWords[finding.severity] },
    time: milliseconds(run.takenAt),
    message: plain(`${titleOf(input, finding.ruleId)}: ${sentenceOf(finding)}`),
    ...(finding.decision ? { comment: decisionWords(finding) } : {}),
    metadata: {
      version: schemaVersion,
      uid: `${run.id}/${finding.fingerprint}`,
      profiles: ['cloud'],
      product: { name: 'aispm', vendor_name: 'aispm', version: input.version },
    },
    cloud: cloudOf(finding, resource),
    resources: [toResource(finding, resource)],
    finding_info: infoOf(finding, run, input),
    compliance: complianceOf(finding, rule),
    ...(rule ? { remediation: { desc: rule.fix.text, references: rule.references } } : {}),
    unmapped: { run_status: run.status, defender: finding.defender.outcome },
  };
}

/**
 * Every verdict as an OCSF compliance finding, one JSON object a line: what log shippers and SIEMs take without a splitter. What could not
 * be judged is `Warning`, what was accepted or snoozed keeps its `Fail` and is `Suppressed` with the reason in `comment`.
 */
export function renderOcsf(run: Run, input: ExportInput): string {
  const resources = new Map(run.resources.map((resource) => [resource.id, resource]));
  return run.findings
    .map((finding) => `${JSON.stringify(toEvent(finding, run, input, resources.get(finding.resourceId)))}\n`)
    .join('');
}
