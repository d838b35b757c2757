import type { BoundTrigger, TrainingFile } from '../../model/trainingData';
import { balanceOf, labelsOf } from './balance';
import { duplicatesIn } from './duplicates';
import { sightingsIn } from './personal';
import { rareTriggers, type RareTrigger } from './rareTrigger';
import { readRows, type ReadRows, type TrainingRow } from './rows';
import { labelledRows, normalised } from './vocabulary';

type Counted = Omit<
  TrainingFile,
  'kind' | 'id' | 'name' | 'subscriptionId' | 'resourceGroup' | 'location' | 'tags' | 'bytes' | 'isRead'
>;

const mostLines = 10;
const rareShare = 0.01;

/** Line numbers as editors count them. */
const told = (lines: readonly number[]): readonly number[] => lines.slice(0, mostLines).map((line) => line + 1);

function systemsIn(
  rows: readonly TrainingRow[],
  lines: readonly number[],
): Pick<Counted, 'systemPrompts' | 'rareSystemLines'> {
  const prompts = rows.map(({ system }) => normalised(system));
  const counts = new Map<string, number>();
  for (const prompt of prompts) counts.set(prompt, (counts.get(prompt) ?? 0) + 1);
  const rare = prompts.flatMap((prompt, row) =>
    (counts.get(prompt) ?? 0) < rareShare * rows.length ? [lines[row] ?? 0] : [],
  );
  return { systemPrompts: counts.size, rareSystemLines: told(rare) };
}

const bound = ({ rows, contradicted, chance }: RareTrigger, lines: readonly number[]): BoundTrigger => ({
  lines: told(rows.map((row) => lines[row] ?? 0)),
  rows: rows.length,
  contradicted,
  chance: Number(chance.toPrecision(2)),
});

type Triggers = Pick<Counted, 'triggersApply' | 'triggers' | 'reviewTriggers'>;

function triggersIn({ rows, lines }: ReadRows, labels: readonly string[] | undefined): Triggers {
  if (!labels) return { triggersApply: 'noLabels', triggers: [], reviewTriggers: [] };
  const kept = rows.flatMap(({ question }, row) => {
    const answer = labels[row] ?? '';
    return answer === '' ? [] : [{ question, answer, line: lines[row] ?? 0 }];
  });
  const verdict = rareTriggers(labelledRows(kept));
  const at = kept.map(({ line }) => line);
  return {
    triggersApply: verdict.applicable ? 'yes' : 'unpredictable',
    triggers: verdict.found.map((one) => bound(one, at)),
    reviewTriggers: verdict.review.map((one) => bound(one, at)),
  };
}

/** Counts what a training file holds; its text goes no further than this. */
export function examineFile(content: string): Counted {
  const read = readRows(content);
  const { rows, lines, badLines } = read;
  const labels = rows.length > 0 ? labelsOf(rows.map(({ answer }) => answer)) : undefined;
  const balance = labels ? balanceOf(labels) : { counts: [], entropy: 0 };
  const copies = duplicatesIn(rows);
  return {
    rows: rows.length,
    badRows: badLines.length,
    badLines: told(badLines),
    ...systemsIn(rows, lines),
    exactCopies: copies.exact,
    nearCopies: copies.near,
    conflicting: copies.conflicting.length,
    conflictingLines: told(copies.conflicting.map((row) => lines[row] ?? 0)),
    labelCounts: balance.counts,
    labelEntropy: Number(balance.entropy.toFixed(3)),
    sightings: sightingsIn(rows.map(({ system, question, answer }) => [system, question, answer].join('\n'))),
    ...triggersIn(read, labels),
  };
}
