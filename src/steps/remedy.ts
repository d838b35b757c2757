import { decisionsAt, type DecisionOf } from '../decisions';
import { evaluate, summarise, totals } from '../evaluate';
import type { Finding } from '../model/finding';
import type { PathReport, RankedChange } from '../model/path';
import type { Policy } from '../model/policy';
import type { MovedVerdict, PlanStep, Posture, RemediationPlan } from '../model/remediation';
import type { Resource } from '../model/resource';
import type { Rule } from '../model/rule';
import type { RunHeader } from '../model/run';
import { tenantUnit, type Gap, type Snapshot } from '../model/snapshot';
import { applyChanges, canSimulate, findPaths } from '../paths';
import type { World } from '../world';
import { commandFor } from './remedyCommand';

/** The whole tenant as it was read, and what judges it. */
interface Ground {
  readonly resources: readonly Resource[];
  readonly gaps: readonly Gap[];
  readonly takenAt: string;
  readonly rules: readonly Rule[];
  readonly policy: Policy;
  readonly decisionOf: DecisionOf;
  /** What the run itself did not find open: seen across subscriptions, some verdicts differ, and the run's own count. */
  readonly notOpen: (finding: Finding) => boolean;
}

/** What judging the tenant, or an edited copy of it, gives. */
interface Standing {
  readonly open: ReadonlyMap<string, Finding>;
  readonly report: PathReport;
  readonly posture: Posture;
}

const keyOf = ({ ruleId, resourceId }: Finding): string => `${ruleId}\n${resourceId}`;

/** Accepted risks are no work to do. */
const isOpen = (finding: Finding, decisionOf: DecisionOf): boolean =>
  finding.status === 'fail' && decisionOf(finding)?.kind !== 'exception';

function postureOf(resources: readonly Resource[], findings: readonly Finding[], paths: number): Posture {
  const { score, findings: counts } = totals([summarise({ resources, context: [], findings, foreign: [] })]);
  return { score, findings: counts, paths };
}

const proven = ({ paths }: PathReport): number => paths.filter(({ possible }) => !possible).length;

/** Everything that is open in the tenant as a whole, accepted risks left out. */
function evaluateAll(ground: Omit<Ground, 'notOpen'>, resources: readonly Resource[]): readonly Finding[] {
  const { gaps, takenAt, rules, policy, decisionOf } = ground;
  const snapshot: Snapshot = { unit: tenantUnit, takenAt, resources, context: [], gaps, contextGaps: [], gone: [] };
  return evaluate(snapshot, rules, policy).filter((finding) => isOpen(finding, decisionOf));
}

function judge(ground: Ground, changes: readonly string[]): Standing {
  const resources = applyChanges(ground.resources, changes);
  const { gaps, policy, takenAt } = ground;
  const open = evaluateAll(ground, resources).filter((finding) => !ground.notOpen(finding));
  const report = findPaths({ resources, gaps, policy, takenAt });
  return {
    open: new Map(open.map((finding) => [keyOf(finding), finding])),
    report,
    posture: postureOf(resources, open, proven(report)),
  };
}

const verdicts = (findings: readonly Finding[]): readonly MovedVerdict[] =>
  findings.map(({ ruleId, resourceId, severity }) => ({ ruleId, resourceId, severity }));

const missingIn = (all: ReadonlyMap<string, Finding>, others: ReadonlyMap<string, Finding>): readonly Finding[] =>
  [...all].filter(([key]) => !others.has(key)).map(([, finding]) => finding);

const idsOf = ({ paths }: PathReport): ReadonlySet<string> => new Set(paths.map(({ id }) => id));

const without = (ids: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] =>
  [...ids].filter((id) => !others.has(id)).sort();

const onOf = (change: string): string => change.slice(change.indexOf(' ') + 1);

function toStep(ranked: RankedChange, order: number, before: Standing, after: Standing): PlanStep {
  const { change, words, effort, cli, bicep } = ranked;
  const on = onOf(change);
  const [was, is] = [idsOf(before.report), idsOf(after.report)];
  return {
    ...{ order, change, words, effort, bicep, on: [on], cli: commandFor(cli, on) },
    ...{ closes: without(was, is), opens: without(is, was) },
    resolves: verdicts(missingIn(before.open, after.open)),
    worsens: verdicts(missingIn(after.open, before.open)),
    after: after.posture,
    simulated: true,
  };
}

/** Does anything for it: a change that closes no path and ends no finding is no step. */
const helps = ({ closes, resolves }: PlanStep): boolean => closes.length + resolves.length > 0;

/** The best changes of the paths one after the other, each on top of those before it, the paths sought anew after each. */
function pathSteps(ground: Ground, first: Standing, most: number): { steps: readonly PlanStep[]; last: Standing } {
  const steps: PlanStep[] = [];
  const made: string[] = [];
  const tried = new Set<string>();
  let standing = first;
  const next = (): RankedChange | undefined =>
    standing.report.changes.find(({ change }) => !tried.has(change) && canSimulate(change));
  for (let ranked = next(); ranked && steps.length < most; ranked = next()) {
    tried.add(ranked.change);
    const after = judge(ground, [...made, ranked.change]);
    const step = toStep(ranked, steps.length + 1, standing, after);
    if (!helps(step)) continue;
    steps.push(step);
    made.push(ranked.change);
    standing = after;
  }
  return { steps, last: standing };
}

interface Mending {
  readonly rule: Rule;
  readonly findings: readonly Finding[];
  readonly posture: Posture;
}

const rank = ({ score }: Posture): number => score ?? 100;

/** One rule's open findings mended together: what the posture is when they pass. */
function mend(rule: Rule, resources: readonly Resource[], open: readonly Finding[], paths: number): Mending {
  const findings = open.filter(({ ruleId }) => ruleId === rule.id);
  const left = open.filter(({ ruleId }) => ruleId !== rule.id);
  return { rule, findings, posture: postureOf(resources, left, paths) };
}

/** The rules whose findings weigh most on the score, greedily: what no change of the paths has ended. */
function ruleSteps(ground: Ground, last: Standing, from: number, most: number): readonly PlanStep[] {
  const steps: PlanStep[] = [];
  let open = [...last.open.values()];
  const byId = new Map(ground.rules.map((rule) => [rule.id, rule]));
  while (steps.length < most && open.length > 0) {
    const rules = [...new Set(open.map(({ ruleId }) => ruleId))].sort().flatMap((id) => byId.get(id) ?? []);
    const rated = rules.map((rule) => mend(rule, ground.resources, open, last.posture.paths));
    const best = rated.reduce<Mending | undefined>(
      (held, one) => (!held || rank(one.posture) > rank(held.posture) ? one : held),
      undefined,
    );
    if (!best) break;
    steps.push(toRuleStep(best, from + steps.length + 1));
    open = open.filter(({ ruleId }) => ruleId !== best.rule.id);
  }
  return steps;
}

function toRuleStep({ rule, findings, posture }: Mending, order: number): PlanStep {
  const on = findings.map(({ resourceId }) => resourceId).sort();
  return {
    ...{ order, change: rule.id, words: rule.fix.text, on, effort: 'unrated' },
    cli: on.flatMap((id) => commandFor(rule.fix.cli ?? '', id)),
    bicep: rule.fix.bicep ?? '',
    ...{ closes: [], opens: [], worsens: [] },
    resolves: verdicts(findings),
    after: posture,
    simulated: false,
  };
}

async function groundOf(world: World, header: RunHeader): Promise<Ground> {
  const resources: Resource[] = [];
  const gaps: Gap[] = [];
  const closed = new Set<string>();
  for await (const record of world.store.units(header)) {
    resources.push(...record.resources);
    gaps.push(...record.gaps);
    for (const finding of record.findings) if (finding.status !== 'fail') closed.add(keyOf(finding));
  }
  const decisionOf = decisionsAt(await world.store.decisions(), world.now());
  const { rules, settings } = world;
  const ground = { resources, gaps, takenAt: header.takenAt, rules, policy: settings.policy, decisionOf };
  const seen = evaluateAll(ground, resources);
  const extra = new Set(seen.map(keyOf).filter((key) => closed.has(key)));
  return { ...ground, notOpen: (finding) => extra.has(keyOf(finding)) };
}

/**
 * What to change first, worked out from a kept run: the changes that stop most attack paths, each made on a copy of the tenant which is then
 * judged again, and after them the rules whose findings weigh most. Asks Azure nothing and changes nothing.
 */
export async function remedy(world: World, header: RunHeader, most: number): Promise<RemediationPlan> {
  const ground = await groundOf(world, header);
  const first = judge(ground, []);
  const { steps, last } = pathSteps(ground, first, most);
  return {
    runId: header.id,
    takenAt: header.takenAt,
    before: first.posture,
    steps: [...steps, ...ruleSteps(ground, last, steps.length, most - steps.length)],
    notSeen: first.report.notSeen,
  };
}
