import type { Finding } from '../model/finding';
import type { Run } from '../model/run';
import { decisionWords, plain, sentenceOf, titleOf, type ExportInput } from './exportParts';

/**
 * Where a cell may begin, also in a spreadsheet that splits at another sign than the comma, followed by what a spreadsheet takes for a
 * formula. Full-width forms count: they are read as the narrow ones.
 */
const formula = /(^|[,;|"'])(\s*)(?=[=+\-@＝＋－＠])/g;

/** Text that no spreadsheet runs: an apostrophe before what would be a formula, quotes doubled, the whole in quotes. */
const toCell = (text: string): string => `"${plain(text).replace(formula, "$1$2'").replaceAll('"', '""')}"`;

type Column = readonly [name: string, of: (finding: Finding, input: ExportInput) => string];

const columns: readonly Column[] = [
  ['severity', ({ severity }) => severity],
  ['status', ({ status }) => status],
  ['rule', ({ ruleId }) => ruleId],
  ['title', ({ ruleId }, input) => titleOf(input, ruleId)],
  ['resource', ({ resourceId }) => resourceId],
  ['kind', ({ kind }) => kind],
  ['evidence', sentenceOf],
  ['missingRight', ({ gap }) => gap?.permission ?? ''],
  ['firstSeenAt', ({ firstSeenAt }) => firstSeenAt],
  ['decision', decisionWords],
  ['defender', ({ defender }) => defender.outcome],
  ['fix', ({ ruleId }, { rules }) => rules.get(ruleId)?.fix.text ?? ''],
  ['fingerprint', ({ fingerprint }) => fingerprint],
];

/** Every verdict of the run as CSV by RFC 4180, a line each, passes too; safe to open in a spreadsheet. */
export const renderCsv = ({ findings }: Run, input: ExportInput): string =>
  [
    columns.map(([name]) => `"${name}"`),
    ...findings.map((finding) => columns.map(([, of]) => toCell(of(finding, input)))),
  ]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
