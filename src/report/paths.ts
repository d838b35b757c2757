import type { AttackPath, PathReport } from '../model/path';
import type { RunHeader } from '../model/run';
import { escaped } from './markdown';
import { coverageLine, plural, shapes, shown, when } from './words';

const doubtOf = ({ possible, incomplete }: AttackPath): string =>
  possible ? (incomplete ? '  possible, incomplete' : '  possible') : '';

/** One line: how bad, who does what to what, and how sure that is. */
export const pathLine = (path: AttackPath): string =>
  `${shapes[path.severity]} ${path.severity.padEnd(9)}${String(path.score).padStart(3)}  ${path.family.padEnd(4)} ${shown(path.headline, 130)}${doubtOf(path)}`;

const evidenceOf = (path: AttackPath, at: number): string =>
  (path.steps[at]?.evidence ?? [])
    .slice(0, 3)
    .map(({ property, value }) => `${shown(property, 60)}=${shown(value, 60)}`)
    .join(', ');

function stepsOf(path: AttackPath): readonly string[] {
  return path.steps.map(({ says, doubt, atlas }, at) => {
    const facts = evidenceOf(path, at);
    const seen = facts ? ` [${facts}]` : '';
    const unsure = doubt ? ` Not sure: ${shown(doubt, 200)}.` : '';
    return `      ${at + 1}. ${shown(says, 200)}${seen}${unsure}${atlas.length > 0 ? `  ${atlas.join(' ')}` : ''}`;
  });
}

function stopsOf({ stoppedBy }: AttackPath): readonly string[] {
  const alone = stoppedBy.filter(({ leaves }) => leaves === '').map(({ words }) => shown(words, 160));
  const rest = stoppedBy.filter(({ leaves }) => leaves !== '').slice(0, 3);
  return [
    alone.length > 0 ? `      Stops it: ${alone.join('; or ')}.` : '      No single change stops it.',
    ...rest.map(({ words, leaves }) => `      Not enough alone: ${shown(words, 120)}, because: ${shown(leaves, 200)}`),
  ];
}

const detail = (path: AttackPath): readonly string[] => [
  pathLine(path),
  `      ${path.why}`,
  ...stepsOf(path),
  ...stopsOf(path),
  '',
];

const count = (paths: readonly AttackPath[]): string => {
  const possible = paths.filter((path) => path.possible).length;
  return `${plural(paths.length, 'family').replace('familys', 'families')} of attack paths${possible > 0 ? `, ${possible} of them possible only` : ''}.`;
};

function defenderLine({ defender, paths }: PathReport): string {
  if (defender.why) return `Not compared with Defender: ${shown(defender.why, 160)}.`;
  const ours = paths.filter((path) => path.defender === 'onlyOurs').length;
  const unexplained = defender.unexplained.length;
  return `Defender sees ${defender.both.length} of them too, ${defender.related.length} are related, ${ours} are ours alone${unexplained > 0 ? `; ${plural(unexplained, 'path')} of Defender we do not explain` : ''}.`;
}

function changesOf({ changes }: PathReport): readonly string[] {
  if (changes.length === 0) return [];
  const lines = changes
    .slice(0, 5)
    .map(({ rank, words, effort, stops }) => `      ${rank}. ${shown(words, 160)}  (${effort}, stops ${stops.length})`);
  return ['First to do', ...lines, ''];
}

/** Attack paths for a terminal, each with its steps, what it stands on and what stops it. */
export function renderPaths(report: PathReport, header: RunHeader): string {
  const unseen =
    report.notSeen.length > 0
      ? [`? Not seen, and may hide paths: ${shown(report.notSeen.slice(0, 3).join('; '), 300)}`]
      : [];
  const more = report.leftOut > 0 ? [`${report.leftOut} more did not fit.`] : [];
  return `${[
    `Attack paths, ${when(header.takenAt)}. ${coverageLine(header)}`,
    count(report.paths),
    defenderLine(report),
    ...unseen,
    '',
    ...changesOf(report),
    ...report.paths.flatMap(detail),
    ...more,
  ].join('\n')}\n`;
}

function markdownOf(path: AttackPath): readonly string[] {
  const { severity, headline, why, steps, stoppedBy } = path;
  const alone = stoppedBy.filter(({ leaves }) => leaves === '');
  return [
    `### ${shapes[severity]} ${escaped(headline)}`,
    '',
    `${escaped(why)}${path.possible ? ' **Possible only.**' : ''}`,
    '',
    ...steps.map(
      ({ says, fix, atlas, doubt }, at) =>
        `${at + 1}. ${escaped(says)}${doubt ? ` *Not sure: ${escaped(doubt)}.*` : ''} ${atlas.map(escaped).join(' ')}  \n   Fix: ${escaped(fix)}`,
    ),
    '',
    alone.length > 0
      ? `**Stops it:** ${alone.map(({ words }) => escaped(words)).join('; or ')}.`
      : '**No single change stops it.**',
    '',
  ];
}

/** The same as Markdown. */
export const renderPathsMarkdown = (report: PathReport, header: RunHeader): string =>
  [
    `# Attack paths, ${when(header.takenAt)}`,
    '',
    `**Coverage:** ${coverageLine(header)}`,
    '',
    `${count(report.paths)} ${escaped(defenderLine(report))}`,
    '',
    ...report.paths.flatMap(markdownOf),
  ].join('\n');
