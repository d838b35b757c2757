import type { Finding } from '../model/finding';
import { severities } from '../model/rule';
import type { Run, RunHeader } from '../model/run';
import { tellChange } from './changeText';
import { coverageLine, shapes, shown, when, type ReportInput } from './words';

/** Names come from Azure and people: what Markdown or HTML would read as markup is escaped. */
export const escaped = (text: string): string => shown(text, 200).replace(/[\\`*_{}[\]()#+\-.!|<>~&:@]/g, '\\$&');

/** A code span cannot hold an empty text, and in a table it ends at a bar: those are escaped as plain text instead. */
const code = (text: string): string =>
  text === '' || text.includes('|') ? escaped(text) : `\`${shown(text, 300).replace(/`/g, "'")}\``;

const bySeverity = (a: Finding, b: Finding): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  (a.resourceId + a.ruleId < b.resourceId + b.ruleId ? -1 : 1);

function noChange({ drift, status }: RunHeader): string {
  if (!drift.from) return 'This run is the baseline.';
  return status === 'complete' ? 'None.' : 'None that could be seen.';
}

/** The worst paths, a line each; nothing for a run from before paths were sought. */
function pathSection({ paths }: Run, header: RunHeader): readonly string[] {
  if (!header.paths) return [];
  const rows = paths
    .slice(0, 20)
    .map(
      ({ severity, headline, possible }) =>
        `- ${shapes[severity]} ${escaped(headline)}${possible ? ' (possible)' : ''}`,
    );
  const more = paths.length > 20 ? [`- ${paths.length - 20} more`] : [];
  return ['## Attack paths', '', ...(rows.length > 0 ? rows : ['None in what could be seen.']), ...more, ''];
}

/** The run as Markdown: coverage, counts, changes and every open finding, for a pull request or a wiki page. */
export function renderMarkdown(run: Run, { header, titles }: ReportInput): string {
  const { findings, unknown, score } = header.summary;
  const counts = severities.slice(0, 4).map((severity) => `${shapes[severity]} ${findings[severity]} ${severity}`);
  const open = run.findings.filter((finding) => finding.status === 'fail').sort(bySeverity);
  const changes = header.drift.changes.map((change) => {
    const { shape, sentence, detail } = tellChange(change, titles);
    return `- ${shape} ${sentence.map(({ text, bold }) => (bold ? `**${escaped(text)}**` : escaped(text))).join('')}${detail ? `  \n  ${escaped(detail)}` : ''}`;
  });
  const rows = open.map(
    (finding) =>
      `| ${shapes[finding.severity]} ${finding.severity} | ${escaped(titles.get(finding.ruleId) ?? finding.ruleId)} | ${code(finding.resourceId)} | ${code(finding.evidence)} |`,
  );
  return [
    `# AI security posture, ${when(run.takenAt)}`,
    '',
    `**Coverage:** ${coverageLine(header)}`,
    '',
    `**Score:** ${score === null ? 'none' : `${Math.round(score)} of 100`} · ${counts.join(' · ')} · ? ${unknown} unknown`,
    '',
    '## Changes',
    '',
    ...(changes.length > 0 ? changes : [noChange(header)]),
    '',
    ...pathSection(run, header),
    '## Open findings',
    '',
    ...(rows.length > 0
      ? ['| Severity | Fault | Resource | Evidence |', '| --- | --- | --- | --- |', ...rows]
      : [run.status === 'complete' ? 'None.' : 'None that could be seen.']),
    '',
  ].join('\n');
}
