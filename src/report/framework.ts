import type { ControlStanding, ControlState, FrameworkStanding } from '../model/framework';
import type { RunHeader } from '../model/run';
import { escaped } from './markdown';
import { coverageLine, shapes, shown, when } from './words';

const stateWords: Readonly<Record<ControlState, string>> = {
  met: '✓ met',
  notMet: '✗ not met',
  unknown: '? unknown',
  notApplicable: '· nothing to judge',
  noRule: '  no rule',
};

const most = 3;

const stateOf = ({ state, control }: ControlStanding): string =>
  state === 'noRule' && control.scope === 'process' ? '  no rule (a process)' : stateWords[state];

const counts = ({ pass, fail, unknown, notApplicable, excepted }: ControlStanding): string =>
  [
    ...(fail > 0 ? [`${fail} fail`] : []),
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
    ...(excepted > 0 ? [`${excepted} excepted`] : []),
    ...(pass > 0 ? [`${pass} pass`] : []),
    ...(notApplicable > 0 ? [`${notApplicable} not applicable`] : []),
  ].join(', ');

const scoreWords = ({ score, controls }: FrameworkStanding): string => {
  const of = (state: ControlState): number => controls.filter((one) => one.state === state).length;
  const judged = of('met') + of('notMet') + of('unknown');
  const share = score === null ? 'no control was judged' : `${score} %: ${of('met')} of ${judged} controls met`;
  return `${share}, ${of('unknown')} unknown, ${of('noRule')} without a rule`;
};

/** A framework's controls in one run as a table for a terminal: controls without a rule too, and the worst open faults of each. */
export function renderFramework(standing: FrameworkStanding, header: RunHeader): string {
  const { framework, controls } = standing;
  const width = Math.max(...controls.map(({ control }) => control.id.length)) + 2;
  const rows = controls.flatMap((one) => [
    `${one.control.id.padEnd(width)}${stateOf(one).padEnd(22)}${one.control.title.slice(0, 52).padEnd(54)}${counts(one)}`.trimEnd(),
    ...one.open
      .slice(0, most)
      .map(({ severity, ruleId, resourceId, evidence }) =>
        `${' '.repeat(width)}  ${shapes[severity]} ${ruleId}  ${shown(resourceId, 100)}  ${shown(evidence, 80)}`.trimEnd(),
      ),
    ...(one.open.length > most ? [`${' '.repeat(width)}  and ${one.open.length - most} more`] : []),
  ]);
  return `${[
    `${framework.title}, ${when(header.takenAt)}`,
    `Coverage   ${coverageLine(header)}`,
    `Score      ${scoreWords(standing)}.`,
    '',
    ...rows,
  ].join('\n')}\n`;
}

/** The same as Markdown. */
export function renderFrameworkMarkdown(standing: FrameworkStanding, header: RunHeader): string {
  const rows = standing.controls.map((one) => {
    const open = one.open
      .slice(0, most)
      .map(({ ruleId, resourceId }) => `${escaped(ruleId)} on ${escaped(resourceId)}`)
      .join('<br>');
    return `| ${one.control.id} | ${escaped(one.control.title)} | ${stateOf(one).trim()} | ${counts(one)} | ${open} |`;
  });
  return [
    `# ${standing.framework.title}, ${when(header.takenAt)}`,
    '',
    `**Coverage:** ${coverageLine(header)}`,
    '',
    `**Score:** ${scoreWords(standing)}.`,
    '',
    '| Control | Title | State | Verdicts | Worst |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** The shape that the API and `--format json` give: the framework, its score, and each control with its counts and open faults. */
export const toFrameworkJson = ({ framework, score, controls }: FrameworkStanding): unknown => ({
  id: framework.id,
  title: framework.title,
  version: framework.version,
  url: framework.url,
  source: framework.source,
  score,
  controls: controls.map(({ control, open, ...counts }) => ({
    ...control,
    ...counts,
    open: open.map(({ ruleId, resourceId, severity, evidence, fingerprint }) => ({
      ruleId,
      resourceId,
      severity,
      evidence,
      fingerprint,
    })),
  })),
});
