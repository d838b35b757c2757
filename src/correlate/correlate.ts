import type { DefenderOutcome, DefenderView, Finding } from '../model/finding';
import type { Assessment } from '../model/governance';
import type { DefenderLink, Rule } from '../model/rule';
import type { Snapshot } from '../model/snapshot';
import { toDefender, type Defender } from './defender';

/** Defender assesses most resources once a day: so long it may lag behind a change before the two count as contradicting. */
const lagMilliseconds = 86_400_000;

const planOff = (defender: Defender, subscription: string): string =>
  defender.assessedSubscriptions.has(subscription)
    ? ''
    : 'Defender for Cloud shows no assessment in this subscription: foundational CSPM or its default policy is off.';

function reasonNotAssessed(defender: Defender, link: DefenderLink, subscription: string): string {
  if (defender.isElsewhere(subscription)) return 'The resource lives in another subscription, which is compared there.';
  const off = planOff(defender, subscription);
  if (off) return off;
  if (link.offByDefault) return 'The recommendation is disabled by default, so Defender does not assess it.';
  return 'Defender has no assessment of this resource.';
}

/**
 * The resource changed after Defender last changed its verdict, as far as both say when. Where the two tests are known to differ, only a
 * change of the last day counts: an old verdict alone proves nothing, `statusChangedAt` stands still while the verdict does. Where they
 * are the same test, nothing but lag explains that they disagree.
 */
function isStale(assessment: Assessment, link: DefenderLink, changedAt: string | undefined, takenAt: string): boolean {
  const changed = Date.parse(changedAt ?? '');
  if (!(changed > Date.parse(assessment.statusChangedAt))) return false;
  return link.differs === undefined || Date.parse(takenAt) - changed <= lagMilliseconds;
}

const offByPolicy = (assessment: Assessment): boolean =>
  assessment.code === 'NotApplicable' && assessment.cause.toLowerCase() === 'offbypolicy';

/** Defender gave no verdict, or one that our pass can neither agree nor disagree with. */
const isSilent = (finding: Finding, assessment: Assessment): boolean =>
  assessment.code === 'Unrecognised' ||
  offByPolicy(assessment) ||
  (assessment.code === 'NotApplicable' && finding.status !== 'fail');

function outcomeOf(finding: Finding, assessment: Assessment, stale: boolean): DefenderOutcome {
  const ours = finding.status === 'fail';
  const theirs = assessment.code === 'Unhealthy';
  if (isSilent(finding, assessment)) return 'notAssessed';
  if (ours === theirs) return 'agree';
  if (stale) return 'stale';
  return ours ? 'onlyUs' : 'onlyDefender';
}

const reasons: Readonly<Record<DefenderOutcome, string>> = {
  agree: '',
  onlyUs: 'Defender finds this resource healthy.',
  onlyDefender: 'Defender finds this resource unhealthy.',
  exempt: 'An exemption covers this resource in Defender.',
  notAssessed: 'Defender gave no verdict that we know.',
  stale: 'The resource changed after Defender last changed its verdict.',
  notCompared: '',
};

function plainReason(assessment: Assessment, outcome: DefenderOutcome): string {
  if (assessment.code !== 'NotApplicable' || !['notAssessed', 'onlyUs'].includes(outcome)) return reasons[outcome];
  return offByPolicy(assessment)
    ? 'The recommendation is switched off by policy, so Defender does not assess it.'
    : 'Defender says that its recommendation does not apply to this resource.';
}

function reasonOf(assessment: Assessment, outcome: DefenderOutcome, link: DefenderLink): string {
  const plain = plainReason(assessment, outcome);
  return outcome === 'onlyUs' || outcome === 'onlyDefender' ? (link.differs ?? plain) : plain;
}

function seen(assessment: Assessment, outcome: DefenderOutcome, link: DefenderLink): DefenderView {
  return {
    outcome,
    state: assessment.code,
    assessment: assessment.assessmentKey,
    reason: reasonOf(assessment, outcome, link),
    statusChangedAt: assessment.statusChangedAt,
  };
}

/** Defender says so itself, or it gives no verdict where an exemption is in force. */
const exempt = (assessment: Assessment, defender: Defender): boolean =>
  assessment.cause.toLowerCase() === 'exempt' ||
  (assessment.code === 'NotApplicable' && defender.isExempt(assessment.resourceId));

function compareOne(
  finding: Finding,
  link: DefenderLink,
  defender: Defender,
  changedAt: string | undefined,
): DefenderView {
  const assessment = defender.find(link, finding.resourceId);
  if (!assessment) {
    const subscription = finding.resourceId.split('/')[2] ?? '';
    const unread = defender.unreadReason(subscription);
    return {
      outcome: 'notAssessed',
      state: '',
      assessment: '',
      reason: unread || reasonNotAssessed(defender, link, subscription),
      statusChangedAt: '',
    };
  }
  if (finding.status === 'notApplicable' && assessment.code === 'NotApplicable') return seen(assessment, 'agree', link);
  if (exempt(assessment, defender)) return seen(assessment, 'exempt', link);
  return seen(assessment, outcomeOf(finding, assessment, isStale(assessment, link, changedAt, defender.takenAt)), link);
}

/**
 * Lays Defender for Cloud's verdict beside each finding whose rule has a counterpart there: matched by assessment key, then policy
 * id, then normalised name. A missing assessment is told as *not assessed* with the reason, never as agreement. An unknown finding is
 * not compared: it says nothing that could agree.
 */
export function correlate(
  findings: readonly Finding[],
  rules: readonly Rule[],
  snapshot: Snapshot,
): readonly Finding[] {
  const links = new Map(rules.filter((rule) => rule.defender).map((rule) => [rule.id, rule.defender]));
  const all = [...snapshot.resources, ...snapshot.context];
  const changed = new Map(all.map((resource) => [resource.id, resource.changedAt]));
  const defender = toDefender(snapshot);
  return findings.map((finding) => {
    const link = links.get(finding.ruleId);
    if (!link || finding.status === 'unknown') return finding;
    return { ...finding, defender: compareOne(finding, link, defender, changed.get(finding.resourceId)) };
  });
}
