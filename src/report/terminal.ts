import type { Change } from '../model/drift';
import type { Finding } from '../model/finding';
import { severities } from '../model/rule';
import type { Run, RunHeader } from '../model/run';
import { pathLine } from './paths';
import { tellChange } from './changeText';
import { coverageLine, missingRights, plural, shapes, shown, when, type ReportInput } from './words';

const label = (word: string, text: string): string => `${word.padEnd(11)}${text}`;
const indent = (text: string): string => `           ${text}`;

const plain = (change: Change, titles: ReadonlyMap<string, string>): string[] => {
  const { shape, sentence, detail } = tellChange(change, titles);
  const first = `${shape} ${sentence.map(({ text }) => text).join('')}`;
  return detail ? [indent(first), indent(`  ${detail}`)] : [indent(first)];
};

function coverageLines(header: RunHeader): string[] {
  const unread = header.units
    .map(({ coverage }) => coverage)
    .filter(({ state }) => state === 'partial' || state === 'notRead');
  return [
    label('Coverage', coverageLine(header)),
    ...unread.map((coverage) => {
      const rights = missingRights(coverage);
      const needs =
        rights.length > 0
          ? `needs ${rights.slice(0, 3).join(', ')}${rights.length > 3 ? ` and ${rights.length - 3} more` : ''}`
          : (coverage.gaps[0]?.detail ?? '');
      const state = coverage.state === 'notRead' ? 'not read' : 'read in part';
      return indent(`? ${shown(coverage.name)}  ${state}  ${shown(needs, 200)}`);
    }),
  ];
}

function scoreLine({ header, last }: ReportInput): string {
  const { score, scoreRange } = header.summary;
  if (score === null) return label('Score', 'none: no AI account or workspace was judged.');
  const was =
    last?.summary.score === undefined || last.summary.score === null ? '' : `, was ${Math.round(last.summary.score)}`;
  const range = scoreRange
    ? ` Between ${Math.round(scoreRange[0])} and ${Math.round(scoreRange[1])} counting what was not seen.`
    : '';
  return label('Score', `${Math.round(score)} of 100${was}.${header.status === 'complete' ? '' : range}`);
}

function countLine(header: RunHeader): string {
  const { findings, unknown, excepted } = header.summary;
  const counts = severities
    .slice(0, 4)
    .map((severity) => `${shapes[severity]} ${severity} ${findings[severity].toLocaleString('en')}`);
  return indent([...counts, `? unknown ${unknown.toLocaleString('en')}`, `excepted ${excepted}`].join('   '));
}

function changedLines({ header, titles }: ReportInput): string[] {
  const { changes, from, fromTakenAt } = header.drift;
  if (!from) return [label('Changed', 'nothing to compare with: this is the baseline.')];
  if (changes.length === 0) {
    const line =
      header.status === 'complete'
        ? `nothing since ${when(fromTakenAt)}.`
        : `nothing that could be seen since ${when(fromTakenAt)}.`;
    return [label('Changed', line)];
  }
  const rest = changes.length - 8;
  return [
    label('Changed', `${plural(changes.length, 'change')} since ${when(fromTakenAt)}`),
    ...changes.slice(0, 8).flatMap((change) => plain(change, titles)),
    ...(rest > 0 ? [indent(`${rest} more: aispm drift`)] : []),
  ];
}

const bySeverity = (a: Finding, b: Finding): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  (a.resourceId + a.ruleId < b.resourceId + b.ruleId ? -1 : 1);

/** `account / deployment`: enough of the id to know the resource by. */
function place(id: string, names: ReadonlyMap<string, string>): string {
  const known = names.get(id);
  if (known !== undefined) return shown(known, 60);
  const after = id.split('/providers/').at(-1) ?? id;
  const segments = after
    .split('/')
    .slice(1)
    .filter((_, at) => at % 2 === 1);
  return shown(segments.join(' / ') || id, 60);
}

function worstLines(run: Run, titles: ReadonlyMap<string, string>, most: number): string[] {
  const open = run.findings.filter((finding) => finding.status === 'fail').sort(bySeverity);
  if (open.length === 0)
    return [label('Worst', run.status === 'complete' ? 'no open finding.' : 'no open finding that could be seen.')];
  const names = new Map(
    run.resources.flatMap((held) => (held.kind === 'subscription' ? [[held.id, held.displayName] as const] : [])),
  );
  const rows = open.slice(0, most).map((finding) => {
    const title = titles.get(finding.ruleId) ?? finding.ruleId;
    return indent(`${shapes[finding.severity]} ${place(finding.resourceId, names).padEnd(40)} ${title}`);
  });
  return [label('Worst', `${Math.min(most, open.length)} of ${plural(open.length, 'open finding')}`), ...rows];
}

/** How far Defender lags behind what is open, the middle of all findings that both see, or that it does not see yet. */
function lagLines({ findings }: Run): string[] {
  const lags = findings.flatMap(({ defender }) => defender.lagHours ?? []).sort((a, b) => a - b);
  const middle = lags[Math.floor((lags.length - 1) / 2)];
  if (middle === undefined) return [];
  const late = middle >= 0 ? `${plural(middle, 'hour')} after us` : `${plural(-middle, 'hour')} before us`;
  return [label('Defender', `saw ${plural(lags.length, 'open finding')} ${late}, in the middle.`)];
}

function pathLines({ paths }: Run): string[] {
  const [first, ...rest] = paths.slice(0, 5).map(pathLine);
  if (first === undefined) return [label('Paths', 'no attack path was found in what could be seen.')];
  const more = paths.length > 5 ? [indent(`${paths.length - 5} more: aispm paths`)] : [];
  return [label('Paths', first), ...rest.map(indent), ...more];
}

/**
 * The posture as a table for a terminal: coverage above every count, score, what changed, what is worst. Names are shown with control
 * and direction characters blanked, so that a tag cannot repaint the terminal.
 */
export function renderTable(run: Run, input: ReportInput, most = 15): string {
  const blocks = [
    coverageLines(input.header),
    [scoreLine(input), countLine(input.header)],
    changedLines(input),
    ...(input.header.paths ? [pathLines(run)] : []),
    worstLines(run, input.titles, most),
    lagLines(run),
  ].filter((lines) => lines.length > 0);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Every change of a run, each with its movement, who and the findings it moved. */
export function renderDrift(input: ReportInput): string {
  const { drift, takenAt } = input.header;
  if (!drift.from) return 'This run is the baseline: there is nothing to compare it with.\n';
  const unread = drift.notCompared.length;
  const skipped =
    unread > 0
      ? ` ${plural(unread, 'subscription')} could not be read as before and ${unread === 1 ? 'is' : 'are'} not compared.`
      : '';
  const head = `${when(drift.fromTakenAt)} → ${when(takenAt)}, ${plural(drift.changes.length, 'change')}.${skipped}`;
  const rows = drift.changes.flatMap((change) => [
    ...plain(change, input.titles),
    ...change.findings.map(({ severity, ruleId, from, to }) =>
      indent(`  ${shapes[severity]} ${ruleId}   ${from || 'not judged'} → ${to}`),
    ),
  ]);
  return `${[head, ...rows].join('\n')}\n`;
}
