import type { Change } from '../../model/drift';
import { coverageBox, head, type Part } from '../cardParts';
import { coverageLine, plural, when } from '../words';
import { note } from './digest';
import type { CardInput } from './input';
import { budgetOf, foot, score, scoreTrend, section, selfRows, unreadRows } from './parts';

const subjectOf = ({ resourceId, property, findings }: Change): string =>
  [resourceId, property, ...findings.map(({ ruleId }) => ruleId).sort()].join('\n');

const wasTrouble = ({ kind }: Change): boolean => ['opened', 'worse', 'reopened', 'appeared'].includes(kind);

/** What the missed cards told of and what is not so any more. */
function cameAndWent({ missed, changes }: CardInput): readonly Change[] {
  const still = new Set(changes.map(subjectOf));
  const seen = new Map(
    missed.flatMap(({ drift }) => drift.changes.filter(wasTrouble).map((change) => [subjectOf(change), change])),
  );
  return [...seen].filter(([subject]) => !still.has(subject)).map(([, change]) => change);
}

export const catchUpTitle = ({ changes, missed }: CardInput): string =>
  `Catch-up: ${plural(changes.length, 'change')} in ${plural(missed.length + 1, 'run')}`;

/** One card in place of all that the channel did not take: what is still so, and what came and went meanwhile. */
export function catchUpBody(input: CardInput, room: number): Part[] {
  const { header, last, missed, changes } = input;
  const budget = budgetOf(room);
  const from = when(missed[0]?.takenAt ?? header.takenAt);
  return [
    head(
      catchUpTitle(input),
      `Teams did not take our cards from ${from} to ${when(header.takenAt)}`,
      score(header),
      scoreTrend(header, last),
    ),
    coverageBox(header.status === 'complete', coverageLine(header), [
      note(`The audits ran and are kept; this one card stands for ${plural(missed.length, 'earlier run')}.`),
      ...unreadRows(header),
      ...selfRows(header),
    ]),
    ...section('Still true', changes, input, budget),
    ...section('Came and went', cameAndWent(input), input, budget),
    ...foot(input),
  ];
}
