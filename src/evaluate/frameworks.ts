import type { Control, FrameworkPage } from '../model/controls';
import type { Finding, FindingStatus } from '../model/finding';
import type { ControlStanding, ControlState, FrameworkStanding } from '../model/framework';
import { severities, type Rule } from '../model/rule';

type Counts = Readonly<Record<FindingStatus, number>>;

const count = (findings: readonly Finding[]): Counts => {
  const counts = { pass: 0, fail: 0, unknown: 0, notApplicable: 0, excepted: 0 };
  for (const { status } of findings) counts[status] += 1;
  return counts;
};

function stateOf(rules: readonly string[], { fail, excepted, unknown, pass }: Counts): ControlState {
  if (rules.length === 0) return 'noRule';
  if (fail + excepted > 0) return 'notMet';
  if (unknown > 0) return 'unknown';
  return pass > 0 ? 'met' : 'notApplicable';
}

const worstFirst = (a: Finding, b: Finding): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  (a.resourceId + a.ruleId < b.resourceId + b.ruleId ? -1 : 1);

/** Ids of the rules mapped to a control: those that name it. */
export const rulesOf = ({ key }: FrameworkPage, { id }: Control, rules: readonly Rule[]): readonly Rule[] =>
  rules.filter(({ controls }) => (controls[key] as readonly string[] | undefined)?.includes(id));

/** Whether Microsoft's own policy set puts a policy of this rule under the control. */
export const isMicrosofts = ({ mappedByMicrosoft }: FrameworkPage, { id }: Control, { defender }: Rule): boolean =>
  (defender?.policies ?? []).some((policy) => mappedByMicrosoft[policy]?.includes(id));

/**
 * How each control of `framework` stands, controls without a rule too. An unknown verdict never counts as met, and an accepted fault
 * keeps its control from being met.
 */
export function frameworkScore(
  framework: FrameworkPage,
  findings: readonly Finding[],
  rules: readonly Rule[],
): FrameworkStanding {
  const byRule = Map.groupBy(findings, ({ ruleId }) => ruleId);
  const standing = (control: Control): ControlStanding => {
    const mapped = rulesOf(framework, control, rules);
    const ids = mapped.map(({ id }) => id).sort();
    const on = ids.flatMap((id) => byRule.get(id) ?? []);
    const counts = count(on);
    return {
      control,
      state: stateOf(ids, counts),
      rules: ids,
      microsoft: mapped.filter((rule) => isMicrosofts(framework, control, rule)).map(({ id }) => id),
      ...counts,
      open: on.filter(({ status }) => status === 'fail').sort(worstFirst),
    };
  };
  const controls = framework.controls.map(standing);
  return { framework, score: scoreOf(controls), controls };
}

function scoreOf(controls: readonly ControlStanding[]): number | null {
  const of = (state: ControlState): number => controls.filter((one) => one.state === state).length;
  const judged = of('met') + of('notMet') + of('unknown');
  return judged === 0 ? null : Math.round((of('met') / judged) * 1000) / 10;
}
