import { block, column, columns, coverageBox, head, rich, run, type Part } from '../cardParts';
import { coverageLine, when } from '../words';
import type { CardInput } from './input';
import { foot, score, selfRows, unreadRows } from './parts';

const tiles: readonly { readonly kind: string; readonly word: string }[] = [
  { kind: 'aiAccount', word: 'AI accounts' },
  { kind: 'mlWorkspace', word: 'ML workspaces' },
  { kind: 'deployment', word: 'deployments' },
];

const tile = (figure: number, words: string): Part =>
  column('stretch', [
    block(figure.toLocaleString('en'), { size: 'Large', weight: 'Bolder' }),
    block(figure === 1 ? words.replace(/s$/, '') : words, { size: 'Small', isSubtle: true, spacing: 'None' }),
  ]);

/** The welcome after the first run. */
export function baselineBody(input: CardInput): Part[] {
  const { header } = input;
  const count = (kind: string): number =>
    header.units.reduce((sum, { summary }) => sum + (summary.byKind[kind] ?? 0), 0);
  const { critical, high, medium, low } = header.summary.findings;
  return [
    head('aispm is watching', `First run ${when(header.takenAt)}`, score(header), 'of 100'),
    coverageBox(header.status === 'complete', coverageLine(header), [...unreadRows(header), ...selfRows(header)]),
    columns(
      [...tiles.map(({ kind, word }) => tile(count(kind), word)), tile(critical + high + medium + low, 'findings')],
      { spacing: 'Medium' },
    ),
    rich([run(`◆ ${critical} critical   ▲ ${high} high   ■ ${medium} medium   ○ ${low} low`)], { spacing: 'Medium' }),
    block(
      'This is the baseline, so nothing below is sent one by one. From the next run on you get one card when something changes, and none when nothing does.',
      { spacing: 'Medium' },
    ),
    ...foot(input),
  ];
}
