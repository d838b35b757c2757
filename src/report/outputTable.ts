import type { Against, OutputHandling } from '../model/outputHandling';
import type { RunHeader } from '../model/run';
import { escaped } from './markdown';
import { coverageLine, shown, when } from './words';

const signs: Readonly<Record<Against, string>> = { '': ' ', yes: '✓', no: '✗', open: '?' };

const place = ({ id, name }: OutputHandling): string =>
  `${shown(/\/accounts\/([^/]+)/.exec(id)?.[1] ?? '')} / ${shown(name)}`;

const modeWords = (mode: string): string => (mode ? `, mode ${shown(mode)}` : '');

const cell = (sign: Against, words: string): string => (sign === '' ? '–' : `${signs[sign]} ${words}`);

const columns = ['Filter', 'Effective', "Microsoft's default", 'Policy file'] as const;

/** The cells of one deployment, a row a filter: `✓` as strong or stronger, `✗` weaker, `?` what is not stated decides. */
const cellsOf = ({ rows }: OutputHandling): readonly (readonly string[])[] =>
  rows.map(({ filter, effective, byDefault, meetsDefault, minimum, meetsMinimum }) => [
    shown(filter, 40),
    shown(effective, 60),
    cell(meetsDefault, shown(byDefault, 60)),
    cell(meetsMinimum, minimum),
  ]);

function linesOf(one: OutputHandling): readonly string[] {
  const table = [columns, ...cellsOf(one)];
  const widths = columns.map((_, at) => Math.max(...table.map((row) => row[at]?.length ?? 0)) + 2);
  const told = table.map((row) => `  ${row.map((text, at) => text.padEnd(widths[at] ?? 0)).join('')}`.trimEnd());
  return [
    `${place(one)}   ${shown(one.model)}   guardrail ${shown(one.guardrail)}${modeWords(one.mode)}`,
    ...(one.rows.length > 0 ? told : ['  no filter']),
    ...one.notes.map((note) => `  ! ${shown(note, 200)}`),
    '',
  ];
}

const head = (header: RunHeader): string => `Output handling, ${when(header.takenAt)}`;

/** Which filters act on each deployment, category by category, against Microsoft's default and the policy file. */
export function renderOutputHandling(all: readonly OutputHandling[], header: RunHeader): string {
  const lines = all.length > 0 ? all.flatMap(linesOf) : ['No deployment was read.', ''];
  return `${[head(header), `Coverage   ${coverageLine(header)}`, '', ...lines].join('\n').trimEnd()}\n`;
}

/** The same as Markdown. */
export function renderOutputHandlingMarkdown(all: readonly OutputHandling[], header: RunHeader): string {
  const sections = all.flatMap((one) => [
    `## ${escaped(place(one))}`,
    '',
    `${escaped(one.model)}, guardrail ${escaped(one.guardrail)}${escaped(modeWords(one.mode))}`,
    '',
    `| ${columns.join(' | ')} |`,
    '| --- | --- | --- | --- |',
    ...cellsOf(one).map((row) => `| ${row.map(escaped).join(' | ')} |`),
    '',
    ...one.notes.map((note) => `- ${escaped(note)}`),
    '',
  ]);
  return `${[`# ${head(header)}`, '', `**Coverage:** ${coverageLine(header)}`, '', ...sections].join('\n').trimEnd()}\n`;
}
