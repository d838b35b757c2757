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

const mark = (text: string, length: number): string => hash('sha256', text, 'base64url').slice(0, length);
const ruleMarks = new Map<string, string>();

/** A rule has few names and many findings: its part of the fingerprint is worked out once. */
function ruleMark(ruleId: string): string {
  const held = ruleMarks.get(ruleId) ?? mark(ruleId, 7);
  ruleMarks.set(ruleId, held);
  return held;
}

/**
 * Rule + resource + evidence key, so that a reworded title or a moved severity is the same finding. The parts are hashed apart, the resource's
 * once for all its rules: 90 bits of it, 42 of the rule, which tell a few hundred rules apart.
 */
const fingerprint = (ruleId: string, resourceMark: string, key: string): string =>
  `${key === '' ? resourceMark : mark(`${resourceMark}\n${key}`, 15)}${ruleMark(ruleId)}`;

/** What is judged: a resource, or a dependency of which nobody could read what the rules on its kind judge. */
type Judged = Resource | { readonly id: string; readonly kind: Kind; readonly unread: Gap };

interface Subject {
  readonly of: Judged;
  /** Its part of the fingerprints of all its findings. */
  readonly mark: string;
}

type Told = Pick<Finding, 'status' | 'severity' | 'evidence'> & { readonly key?: string };

const toFinding = (rule: Rule, { of, mark }: Subject, { status, severity, evidence, key = '' }: Told): Finding => ({
  ruleId: rule.id,
  resourceId: of.id,
  kind: of.kind,
  severity,
  evidence,
  fingerprint: fingerprint(rule.id, mark, key),
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
  /** One for all checks, cleared before each. */
  readonly view: RecordingView;
}

function reach(rule: Rule, subject: Subject, severity: Severity, { view }: Ground): Finding {
  if ('unread' in subject.of) return unknownFinding(rule, subject, severity, subject.of.unread);
  const verdict = rule.check(subject.of, view.cleared());
  return view.touched
    ? unknownFinding(rule, subject, severity, view.touched)
    : toFinding(rule, subject, toldBy(verdict, severity));
}

/** One verdict under the policy file: not reached where the rule is switched off, and its severity as the file has it there. */
function judge(rule: Rule, subject: Subject, ground: Ground): Finding {
  const { inventory, policy } = ground;
  const severity = policy.rules[rule.id]?.severity ?? rule.severity;
  if (isSwitchedOff(policy, inventory, rule.id, subject.of.id)) {
    const evidence = 'switched off here by the policy file';
    return toFinding(rule, subject, { status: 'notApplicable', severity, evidence });
  }
  const finding = reach(rule, subject, severity, ground);
  if (policy.severityOverrides.length === 0) return finding;
  return { ...finding, severity: overridden(finding.severity, policy, inventory, rule.id, subject.of.id) };
}

const surrounding = new Set<Kind>(surroundingKinds);

/**
 * Dependencies that an AI resource names and of which nobody could read what the rule judges, the storage account or its blob service:
 * the rule on them is unknown, not silent.
 */
function unreadDependencies(kind: Kind, inventory: Inventory): readonly Judged[] {
  if (!surrounding.has(kind)) return [];
  const known = inventory.byKind.get(kind) ?? [];
  const unread = (inventory.gapsByKind.get(kind) ?? []).filter(
    ({ scope, property }) =>
      property === undefined &&
      inventory.isUsed(scope) &&
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
  const ground: Ground = { inventory, policy, view: new RecordingView(inventory, policy) };
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
    .flatMap((of) => {
      const subject = { of, mark: mark(of.id, 15) };
      return (rulesOn.get(of.kind) ?? []).map((rule) => judge(rule, subject, ground));
    })
    .sort((a, b) => compare(a.resourceId, b.resourceId) || compare(a.ruleId, b.ruleId));
}
