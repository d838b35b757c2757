import type { Finding } from '../model/finding';
import type { HeldResource, RunSummary, SeverityCount, UnitSummary } from '../model/run';
import type { Kind, Resource } from '../model/resource';
import { ownersOfHosts, usesOf } from '../model/edges';
import type { Severity } from '../model/rule';

const factor: Readonly<Record<Severity, number>> = { critical: 0.4, high: 0.7, medium: 0.88, low: 0.97, info: 1 };
const scoredKinds = new Set<Kind>(['aiAccount', 'mlWorkspace']);
const noFindings: SeverityCount = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

/** By wanted id: places in `ids` of what is that id or hangs below it. One walk over each id, however many are wanted. */
function placesUnder(ids: readonly string[], wanted: ReadonlySet<string>): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  ids.forEach((id, at) => {
    for (let end = id.length; end > 0; end = id.lastIndexOf('/', end - 1)) {
      const above = id.slice(0, end);
      if (!wanted.has(above)) continue;
      const held = places.get(above);
      if (held) held.push(at);
      else places.set(above, [at]);
    }
  });
  return places;
}

/** What each root stands on: itself, and the dependencies that it or what hangs below it uses. */
function standings(
  roots: readonly Resource[],
  resources: readonly Resource[],
  hosts: ReadonlyMap<string, string>,
): readonly (readonly string[])[] {
  const below = placesUnder(
    resources.map(({ id }) => id),
    new Set(roots.map(({ id }) => id)),
  );
  return roots.map(({ id }) => {
    const used = (below.get(id) ?? [])
      .flatMap((at) => usesOf(resources[at] as Resource))
      .map((use) => use.targetId ?? hosts.get(use.targetHost ?? '') ?? '');
    return [...new Set([id, ...used].filter(Boolean))];
  });
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

/** `on` are the findings on what the root stands on, in the order of all: the product of factors has the same bits in every run. */
function scoreRoot(root: HeldResource, on: readonly Finding[]): Scored {
  const own = on.filter((finding) => finding.resourceId === root.id);
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

function scoreRoots({ resources, context, findings, foreign }: Judged): readonly Scored[] {
  const weighed = [...findings, ...foreign];
  const roots = resources.filter((resource) => scoredKinds.has(resource.kind));
  const stands = standings(roots, resources, ownersOfHosts([...resources, ...context]));
  const places = placesUnder(
    weighed.map(({ resourceId }) => resourceId),
    new Set(stands.flat()),
  );
  return roots.map((root, at) => {
    const on = new Set((stands[at] ?? []).flatMap((held) => places.get(held) ?? []));
    return scoreRoot(
      root,
      [...on].sort((a, b) => a - b).map((place) => weighed[place] as Finding),
    );
  });
}

/**
 * What one unit adds to the summary. Each AI account and workspace starts at 100, times 0.4 / 0.7 / 0.88 / 0.97 per open critical /
 * high / medium / low on it or on what it depends on; one that this run could not read keeps what was last known of it. One that was never
 * judged counts only in the range, from 0 to 100.
 */
export function summarise(judged: Judged): UnitSummary {
  const { resources, findings } = judged;
  const scored = scoreRoots(judged);
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
