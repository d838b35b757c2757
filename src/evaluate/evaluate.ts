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

/** What is judged: a resource, or a dependency of which nobody could read what the rules on its kind judge. */
type Subject = Resource | { readonly id: string; readonly kind: Kind; readonly unread: Gap };

type Told = Pick<Finding, 'status' | 'severity' | 'evidence'> & { readonly key?: string };

const toFinding = (rule: Rule, { id, kind }: Subject, { status, severity, evidence, key = '' }: Told): Finding => ({
  ruleId: rule.id,
  resourceId: id,
  kind,
  severity,
  evidence,
  fingerprint: fingerprint(rule.id, id, key),
  defender: notCompared,
  firstSeenAt: '',
  status,
});

const notSeen = (gap: Gap): string => {
  const missing = gap.permission ? `needs ${gap.permission}` : gap.detail || gap.reason;
  return `${gap.property ?? gap.kind} not read: ${missing}`;
};

const unknownFinding = (rule: Rule, subject: Subject, severity: Severity, gap: Gap): Finding => ({
  ...toFinding(rule, subject, { status: 'unknown', severity, evidence: notSeen(gap) }),
  gap,
});

function toldBy(verdict: Verdict, severity: Severity): Told {
  if (verdict.status === 'pass') return { status: 'pass', severity, evidence: '' };
  if (verdict.status === 'notApplicable') return { status: 'notApplicable', severity, evidence: verdict.why };
  return { ...verdict, severity: verdict.severity ?? severity };
}

/** What rules are judged by: the snapshot and the policy file. */
interface Ground {
  readonly inventory: Inventory;
  readonly policy: Policy;
}

function reach(rule: Rule, subject: Subject, severity: Severity, { inventory, policy }: Ground): Finding {
  if ('unread' in subject) return unknownFinding(rule, subject, severity, subject.unread);
  const view = new RecordingView(inventory, policy);
  const verdict = rule.check(subject, view);
  return view.touched
    ? unknownFinding(rule, subject, severity, view.touched)
    : toFinding(rule, subject, toldBy(verdict, severity));
}

/** One verdict under the policy file: not reached where the rule is switched off, and its severity as the file has it there. */
function judge(rule: Rule, subject: Subject, ground: Ground): Finding {
  const { inventory, policy } = ground;
  const severity = policy.rules[rule.id]?.severity ?? rule.severity;
  if (isSwitchedOff(policy, inventory, rule.id, subject.id)) {
    const evidence = 'switched off here by the policy file';
    return toFinding(rule, subject, { status: 'notApplicable', severity, evidence });
  }
  const finding = reach(rule, subject, severity, ground);
  if (policy.severityOverrides.length === 0) return finding;
  return { ...finding, severity: overridden(finding.severity, policy, inventory, rule.id, subject.id) };
}

const surrounding = new Set<Kind>(surroundingKinds);

/**
 * Dependencies that an AI resource names and of which nobody could read what the rule judges, the storage account or its blob service:
 * the rule on them is unknown, not silent.
 */
function unreadDependencies(kind: Kind, inventory: Inventory): readonly Subject[] {
  if (!surrounding.has(kind)) return [];
  const known = inventory.byKind.get(kind) ?? [];
  const unread = (inventory.gapsByKind.get(kind) ?? []).filter(
    ({ scope, property }) =>
      property === undefined &&
      inventory.users.has(scope) &&
      !known.some(({ id }) => id === scope || id.startsWith(`${scope}/`)),
  );
  return [...new Map(unread.map((gap) => [gap.scope, { id: gap.scope, kind, unread: gap }])).values()];
}

/** Rules that judge under this policy: those it does not switch off, and of the `info` ones those it switches on. */
export const enabledRules = (rules: readonly Rule[], policy: Policy): readonly Rule[] =>
  rules.filter((rule) => policy.rules[rule.id]?.enabled ?? rule.severity !== 'info');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Judges every subject of every enabled rule. A check that looked at something which was not read gives `unknown` with the gap,
 * whatever it returned. Sorted by resource, then rule: the same snapshot gives the same bytes.
 */
export function evaluate(snapshot: Snapshot, rules: readonly Rule[], policy: Policy): readonly Finding[] {
  const inventory = toInventory(snapshot);
  const rulesOn = Map.groupBy(
    enabledRules(rules, policy).toSorted((a, b) => compare(a.id, b.id)),
    ({ subject }) => subject,
  );
  const all = [...rulesOn.keys()].flatMap((kind) => [
    ...subjects(inventory, kind),
    ...unreadDependencies(kind, inventory),
  ]);
  return all
    .sort((a, b) => compare(a.id, b.id))
    .flatMap((subject) => (rulesOn.get(subject.kind) ?? []).map((rule) => judge(rule, subject, { inventory, policy })))
    .sort((a, b) => compare(a.resourceId, b.resourceId) || compare(a.ruleId, b.ruleId));
}
