import { hash } from 'node:crypto';
import { surroundingKinds, type Kind, type Resource } from '../model/resource';
import type { DefenderView, Finding } from '../model/finding';
import type { Policy } from '../model/policy';
import type { Rule, Severity, Verdict } from '../model/rule';
import type { Gap, Snapshot } from '../model/snapshot';
import { subjects, toInventory, type Inventory } from './inventory';
import { isSwitchedOff, overridden } from './overrides';
import { RecordingView } from './view';

const notCompared: DefenderView = {
  outcome: 'notCompared',
  state: '',
  assessment: '',
  reason: '',
  statusChangedAt: '',
};

/** Rule + resource + evidence key, so that a reworded title or a moved severity is the same finding. */
const fingerprint = (ruleId: string, resourceId: string, key: string): string =>
  hash('sha256', `${ruleId}\n${resourceId}\n${key}`, 'base64url').slice(0, 22);

const severityOf = (rule: Rule, policy: Policy): Severity => policy.rules[rule.id]?.severity ?? rule.severity;

const notSeen = (gap: Gap): string => {
  const missing = gap.permission ? `needs ${gap.permission}` : gap.detail || gap.reason;
  return `${gap.property ?? gap.kind} not read: ${missing}`;
};

const unknownFinding = (rule: Rule, subject: Subject, gap: Gap, severity: Severity): Finding => ({
  ...blank(rule, subject, severity),
  status: 'unknown',
  evidence: notSeen(gap),
  gap,
});

type Subject = Pick<Resource, 'id' | 'kind'>;

const blank = (rule: Rule, subject: Subject, severity: Severity, key = ''): Omit<Finding, 'status'> => ({
  ruleId: rule.id,
  resourceId: subject.id,
  kind: subject.kind,
  severity,
  evidence: '',
  fingerprint: fingerprint(rule.id, subject.id, key),
  defender: notCompared,
  firstSeenAt: '',
});

function toFinding(rule: Rule, subject: Subject, verdict: Verdict, severity: Severity): Finding {
  if (verdict.status === 'fail')
    return {
      ...blank(rule, subject, verdict.severity ?? severity, verdict.key),
      status: 'fail',
      evidence: verdict.evidence,
    };
  const evidence = verdict.status === 'notApplicable' ? verdict.why : '';
  return { ...blank(rule, subject, severity), status: verdict.status, evidence };
}

const switchedOff = (rule: Rule, subject: Subject, severity: Severity): Finding => ({
  ...blank(rule, subject, severity),
  status: 'notApplicable',
  evidence: 'switched off here by the policy file',
});

function judgeHere(rule: Rule, subject: Resource, inventory: Inventory, policy: Policy): Finding {
  const view = new RecordingView(inventory, policy, inventory.snapshot.takenAt);
  const verdict = rule.check(subject, view);
  const severity = severityOf(rule, policy);
  return view.touched
    ? unknownFinding(rule, subject, view.touched, severity)
    : toFinding(rule, subject, verdict, severity);
}

/** One verdict under the policy file: not reached where the rule is switched off, and its severity as the file has it there. */
function settle(rule: Rule, subject: Subject, inventory: Inventory, policy: Policy, reach: () => Finding): Finding {
  if (isSwitchedOff(policy, inventory, rule.id, subject.id))
    return switchedOff(rule, subject, severityOf(rule, policy));
  const finding = reach();
  if (policy.severityOverrides.length === 0) return finding;
  return { ...finding, severity: overridden(finding.severity, policy, inventory, rule.id, subject.id) };
}

const judge = (rule: Rule, subject: Resource, inventory: Inventory, policy: Policy): Finding =>
  settle(rule, subject, inventory, policy, () => judgeHere(rule, subject, inventory, policy));

const surrounding = new Set<Kind>(surroundingKinds);

/**
 * Dependencies that an AI resource names and of which nobody could read what the rule judges, the storage account or its blob service:
 * the rule on them is unknown, not silent.
 */
function unreadDependencies(rule: Rule, inventory: Inventory, policy: Policy): Finding[] {
  if (!surrounding.has(rule.subject)) return [];
  const known = inventory.byKind.get(rule.subject) ?? [];
  const unread = (inventory.gapsByKind.get(rule.subject) ?? []).filter(
    ({ scope, property }) =>
      property === undefined &&
      inventory.users.has(scope) &&
      !known.some(({ id }) => id === scope || id.startsWith(`${scope}/`)),
  );
  return [...new Map(unread.map((gap) => [gap.scope, gap])).values()].map((gap) => {
    const subject = { id: gap.scope, kind: rule.subject };
    return settle(rule, subject, inventory, policy, () => unknownFinding(rule, subject, gap, severityOf(rule, policy)));
  });
}

/** Rules that judge under this policy: those it does not switch off, and of the `info` ones those it switches on. */
export const enabledRules = (rules: readonly Rule[], policy: Policy): readonly Rule[] =>
  rules.filter((rule) => policy.rules[rule.id]?.enabled ?? rule.severity !== 'info');

/**
 * Judges every subject of every enabled rule. A check that looked at something which was not read gives `unknown` with the gap,
 * whatever it returned. Sorted by resource, then rule: the same snapshot gives the same bytes.
 */
export function evaluate(snapshot: Snapshot, rules: readonly Rule[], policy: Policy): readonly Finding[] {
  const inventory = toInventory(snapshot);
  const byResource = new Map<string, Finding[]>();
  const inOrder = [...enabledRules(rules, policy)].sort((a, b) => compare(a.id, b.id));
  for (const finding of inOrder.flatMap((rule) => judged(rule, inventory, policy))) {
    const held = byResource.get(finding.resourceId);
    if (held) held.push(finding);
    else byResource.set(finding.resourceId, [finding]);
  }
  return [...byResource].sort(([a], [b]) => compare(a, b)).flatMap(([, findings]) => findings);
}

const judged = (rule: Rule, inventory: Inventory, policy: Policy): readonly Finding[] => [
  ...subjects(inventory, rule.subject).map((subject) => judge(rule, subject, inventory, policy)),
  ...unreadDependencies(rule, inventory, policy),
];

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
