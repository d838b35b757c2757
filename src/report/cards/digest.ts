import type { Change } from '../../model/drift';
import type { RunHeader } from '../../model/run';
import { coverageBox, head, rich, run, subtle, type Part } from '../cardParts';
import { coverageCount, coverageLine, missingRights, plural, shown, when } from '../words';
import type { CardInput } from './input';
import { bold, budgetOf, fact, foot, score, scoreTrend, section, selfRows, unreadRows } from './parts';

const sections: readonly { readonly title: string; readonly holds: (change: Change) => boolean }[] = [
  { title: 'Tampering suspicion', holds: ({ integrity }) => integrity === 'tampering' },
  { title: 'Worse', holds: ({ kind }) => ['opened', 'worse', 'reopened', 'exceptionOver'].includes(kind) },
  { title: 'We can see less', holds: ({ kind }) => kind === 'seenLess' },
  { title: 'New, changed, gone', holds: ({ sort }) => sort === 'inventory' || sort === 'configuration' },
  { title: 'Defender says otherwise', holds: ({ sort }) => sort === 'defender' },
  { title: 'Resolved, seen again', holds: ({ kind }) => kind === 'resolved' || kind === 'seenMore' },
  { title: 'Ending soon', holds: ({ kind }) => kind === 'exceptionEnding' },
];

/** Each change under the first section that holds it. */
function parted(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  return Map.groupBy(changes, (change) => sections.find(({ holds }) => holds(change))?.title ?? '');
}

const isWorse = ({ kind, integrity }: Change): boolean =>
  integrity === 'tampering' || ['opened', 'worse', 'reopened', 'exceptionOver'].includes(kind);

/** A card without changes is about the auditor itself. */
const selfTitle = ({ self }: RunHeader): string =>
  self && self.missed > 0 ? `${plural(self.missed, 'scheduled audit')} did not run` : 'Cards could not be delivered';

/** How the card is called, on the card and where only one line is shown. */
export function digestTitle({ changes, kind, header }: CardInput): string {
  if (kind === 'coverage' && changes.some((change) => change.kind === 'seenLess')) return 'We see less than before';
  if (changes.length === 0) return selfTitle(header);
  const worse = changes.filter(isWorse).length;
  return `${plural(changes.length, 'change')}${worse > 0 ? `, ${worse} worse` : ''}`;
}

/** One card for all that changed since the last run. */
export function digestBody(input: CardInput, room: number): Part[] {
  const { header, last, changes } = input;
  const budget = budgetOf(room);
  const held = parted(changes);
  return [
    head(
      digestTitle(input),
      `Run ${when(header.takenAt)} · compared with ${when(header.drift.fromTakenAt)}`,
      score(header),
      scoreTrend(header, last),
    ),
    coverageBox(header.status === 'complete', coverageLine(header), [...unreadRows(header), ...selfRows(header)]),
    ...sections.flatMap(({ title }) => section(title, held.get(title) ?? [], input, budget)),
    ...foot(input),
  ];
}

const unknownLine = (input: CardInput): string =>
  `${plural(input.header.summary.unknown, 'verdict')} unknown now. They are not resolved, and nothing was deleted as far as we know.`;

function mend(input: CardInput): Part[] {
  const lost = input.changes.find(({ kind }) => kind === 'seenLess');
  const coverage = input.header.units.find(({ unit }) => unit === lost?.unit)?.coverage;
  if (!coverage || coverage.unit === 'tenant') return [];
  const [role = 'Reader'] = missingRights({ ...coverage, state: 'notRead' });
  const command = `az role assignment create --assignee <aispm identity> --role "${role}" --scope /subscriptions/${coverage.unit}`;
  return [fact('To mend', [run(shown(command, 240), { fontType: 'Monospace', size: 'Small' })])];
}

/** Coverage alone changed: what is not known now, and what gives it back. */
export function coverageBody(input: CardInput, room: number): Part[] {
  const { header, changes } = input;
  const budget = budgetOf(room);
  const less = changes.filter(({ kind }) => kind === 'seenLess');
  const more = changes.filter(({ kind }) => kind === 'seenMore');
  const count = coverageCount(header);
  return [
    head(
      less.length > 0 ? digestTitle(input) : 'We see again what we had lost',
      `Run ${when(header.takenAt)}`,
      String(count.read),
      `of ${count.all} read`,
    ),
    coverageBox(header.status === 'complete', coverageLine(header), selfRows(header)),
    ...section('We can see less', less, input, budget),
    ...section('Seen again', more, input, budget),
    ...(less.length > 0 ? [fact('Not known', [run(unknownLine(input))]), ...mend(input)] : []),
    ...unreadRows(header),
    ...foot(input),
  ];
}

/** Nothing changed for a week: every audit that looked, so that silence is told from death. */
export function heartbeatBody(input: CardInput): Part[] {
  const { header, week, last } = input;
  const complete = week.filter(({ status }) => status === 'complete').length;
  const { critical, high, medium, low } = header.summary.findings;
  const days = week.slice(-7).map((one) => {
    const { read, all } = coverageCount(one);
    return fact(when(one.takenAt).split(',')[0] ?? '', [run(`${read}/${all} read`, { size: 'Small' })]);
  });
  return [
    head(
      'A quiet week: nothing changed',
      `Since ${when(week[0]?.takenAt ?? '')}`,
      score(header),
      scoreTrend(header, last),
    ),
    coverageBox(
      header.status === 'complete',
      `${complete} of ${plural(week.length, 'audit')} read everything. ${coverageLine(header)} Silence here means that we looked.`,
      [...unreadRows(header), ...selfRows(header)],
    ),
    ...days,
    fact('Open', [
      bold(`${critical} critical, ${high} high`),
      run(`, ${medium} medium, ${low} low, ${header.summary.excepted} excepted`),
    ]),
    ...foot(input),
  ];
}

/** A note in small type. */
export const note = (text: string): Part => rich([subtle(text)], { spacing: 'None' });
