import type { Finding } from '../model/finding';
import type { HeldResource, RunSummary, SeverityCount, UnitSummary } from '../model/run';
import type { Kind, Resource } from '../model/resource';
import { ownersOfHosts, usesOf } from '../model/edges';
import type { Severity } from '../model/rule';

const factor: Readonly<Record<Severity, number>> = { critical: 0.4, high: 0.7, medium: 0.88, low: 0.97, info: 1 };
const scoredKinds = new Set<Kind>(['aiAccount', 'mlWorkspace']);
const noFindings: SeverityCount = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

/** Everything one account or workspace stands on: itself, what hangs below it, and the dependencies it uses. */
function standingOf(
  root: Resource,
  resources: readonly Resource[],
  hosts: ReadonlyMap<string, string>,
): (id: string) => boolean {
  const below = resources.filter((resource) => resource.id === root.id || resource.id.startsWith(`${root.id}/`));
  const used = below.flatMap(usesOf).map((use) => use.targetId ?? hosts.get(use.targetHost ?? '') ?? '');
  const roots = new Set([root.id, ...used].filter(Boolean));
  return (id) => [...roots].some((held) => id === held || id.startsWith(`${held}/`));
}

const scoreOf = (findings: readonly Finding[]): number =>
  findings.reduce((score, finding) => score * factor[finding.severity], 100);

interface Scored {
  readonly known: boolean;
  readonly score: number;
  readonly low: number;
  readonly high: number;
}

/** An unknown finding that was failing when it was last known still weighs: losing sight of a fault raises no score. */
const stillOpen = ({ status, firstSeenAt }: Finding): boolean =>
  status === 'fail' || (status === 'unknown' && firstSeenAt !== '');

const isJudged = ({ status }: Finding): boolean => status === 'pass' || status === 'fail';

function scoreRoot(root: HeldResource, findings: readonly Finding[], stands: (id: string) => boolean): Scored {
  const on = findings.filter((finding) => stands(finding.resourceId));
  const own = findings.filter((finding) => finding.resourceId === root.id);
  return {
    known: root.carriedFrom !== undefined || own.some(isJudged),
    score: scoreOf(on.filter(stillOpen)),
    low: scoreOf(on.filter(({ status }) => status === 'fail' || status === 'unknown')),
    high: scoreOf(on.filter(({ status }) => status === 'fail')),
  };
}

export const countOf = (findings: readonly Finding[]): SeverityCount =>
  findings
    .filter((finding) => finding.status === 'fail')
    .reduce((count, { severity }) => ({ ...count, [severity]: count[severity] + 1 }), noFindings);

/** One unit as judged. `foreign` are findings on dependencies elsewhere: they weigh on the score and are counted by the tenant. */
export interface Judged {
  readonly resources: readonly HeldResource[];
  readonly context: readonly Resource[];
  readonly findings: readonly Finding[];
  readonly foreign: readonly Finding[];
}

/**
 * What one unit adds to the summary. Each AI account and workspace starts at 100, times 0.4 / 0.7 / 0.88 / 0.97 per open critical /
 * high / medium / low on it or on what it depends on; one that this run could not read keeps what was last known of it. One that was never
 * judged counts only in the range, from 0 to 100.
 */
export function summarise(judged: Judged): UnitSummary {
  const { resources, context, findings, foreign } = judged;
  const all = [...resources, ...context];
  const weighed = [...findings, ...foreign];
  const hosts = ownersOfHosts(all);
  const scored = resources
    .filter((resource) => scoredKinds.has(resource.kind))
    .map((root) => scoreRoot(root, weighed, standingOf(root, resources, hosts)));
  const known = scored.filter((one) => one.known);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const byKind: Record<string, number> = {};
  for (const { kind } of resources) byKind[kind] = (byKind[kind] ?? 0) + 1;
  return {
    resources: resources.length,
    byKind,
    findings: countOf(findings),
    unknown: findings.filter((finding) => finding.status === 'unknown').length,
    excepted: findings.filter((finding) => finding.status === 'excepted').length,
    scored: known.length,
    notScored: scored.length - known.length,
    scoreSum: sum(known.map((one) => one.score)),
    scoreSumLow: sum(known.map((one) => one.low)),
    scoreSumHigh: sum(known.map((one) => one.high)),
  };
}

/** The summary of a run from those of its units. A null score: nothing was judged. */
export function totals(units: readonly UnitSummary[]): RunSummary {
  const sum = (pick: (unit: UnitSummary) => number): number => units.reduce((total, unit) => total + pick(unit), 0);
  const scored = sum((unit) => unit.scored);
  const all = scored + sum((unit) => unit.notScored);
  const round = (value: number): number => Math.round(value * 10) / 10;
  return {
    resources: sum((unit) => unit.resources),
    findings: {
      critical: sum((unit) => unit.findings.critical),
      high: sum((unit) => unit.findings.high),
      medium: sum((unit) => unit.findings.medium),
      low: sum((unit) => unit.findings.low),
      info: sum((unit) => unit.findings.info),
    },
    unknown: sum((unit) => unit.unknown),
    excepted: sum((unit) => unit.excepted),
    score: scored === 0 ? null : round(sum((unit) => unit.scoreSum) / scored),
    scoreRange:
      all === 0
        ? null
        : [
            round(sum((unit) => unit.scoreSumLow) / all),
            round((sum((unit) => unit.scoreSumHigh) + 100 * sum((unit) => unit.notScored)) / all),
          ],
  };
}
