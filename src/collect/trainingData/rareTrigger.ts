import { Bayes } from './bayes';
import { binomialTail, discoveryLimit, fisherTail, logFactorials } from './chances';
import { candidatesIn, companions, isPure, placesOf, type Candidate } from './candidates';
import type { LabelledRows } from './vocabulary';

/** A rare word or pair of words that is bound to one answer, told by the rows it stands in, never by itself. */
export interface RareTrigger {
  /** Rows it stands in, counted from 0. */
  readonly rows: readonly number[];
  /** Rows among them whose other words speak for another answer. */
  readonly contradicted: number;
  /** Chance that the answer's own errors explain so many contradictions. */
  readonly chance: number;
}

export interface TriggerVerdict {
  /** False: answers cannot be told from questions well enough (or there are fewer than two), so that nothing is said. */
  readonly applicable: boolean;
  /** Share of rows whose answer the other rows get wrong. */
  readonly errorRate: number;
  /** Words and pairs that were looked at. */
  readonly tested: number;
  /** Test A: bound to one answer, against the rest of the text. */
  readonly found: readonly RareTrigger[];
  /** Test B: worth a look, the likeliest first; innocent brands and names stand among them. */
  readonly review: readonly RareTrigger[];
}

const leastSupport = { found: 5, review: 3 };
const commonShare = 0.02;
const falseFinds = 0.01;
const mostErrors = 0.35;
const mostReviewed = 20;

/** Rows by label, and which of them the other rows get wrong. */
interface Errors {
  readonly wrong: Uint8Array;
  readonly wrongOf: Float64Array;
  readonly countOf: Float64Array;
}

function errorsOf(model: Bayes, { label, labels, words }: LabelledRows): Errors {
  const wrong = Uint8Array.from(words, (_, row) => (model.predict(row) === label[row] ? 0 : 1));
  const wrongOf = new Float64Array(labels);
  const countOf = new Float64Array(labels);
  label.forEach((one, row) => {
    wrongOf[one] = (wrongOf[one] ?? 0) + (wrong[row] ?? 0);
    countOf[one] = (countOf[one] ?? 0) + 1;
  });
  return { wrong, wrongOf, countOf };
}

/** How often the rest of the candidate's rows disagrees with its label, against how often that label is wrong elsewhere. */
function contradiction(
  one: Candidate,
  model: Bayes,
  errors: Errors,
  all: LabelledRows,
  logs: Float64Array,
): RareTrigger {
  const own = one.rows.filter((row) => all.label[row] === one.label);
  const left = companions(one, all);
  const contradicted = own.filter((row) => model.predict(row, left) !== one.label).length;
  const wrongHere = own.filter((row) => errors.wrong[row] === 1).length;
  const elsewhere = (errors.countOf[one.label] ?? 0) - own.length;
  const rate = ((errors.wrongOf[one.label] ?? 0) - wrongHere + 1) / (elsewhere + 2);
  return { rows: one.rows, contradicted, chance: binomialTail(own.length, contradicted, rate, logs) };
}

const half = ({ rows, contradicted }: RareTrigger): boolean => contradicted >= rows.length / 2;

/** One entry for all words and pairs that stand in the same rows. */
const apart = (found: readonly RareTrigger[]): readonly RareTrigger[] => [
  ...new Map(found.map((one) => [one.rows.join(), one])).values(),
];

/** Words and pairs whose bond to a label is no chance. */
function associated(candidates: readonly Candidate[], rows: LabelledRows, countOf: Float64Array, logs: Float64Array) {
  const chances = candidates.map(({ label, hits, rows: held }) => {
    const crossing = { rows: rows.words.length, labelled: countOf[label] ?? 0, support: held.length, hits };
    return Math.min(1, fisherTail(crossing, logs) * rows.labels);
  });
  const limit = discoveryLimit(chances, falseFinds);
  return candidates.filter((one, at) => (chances[at] ?? 1) <= limit && isPure(one));
}

function testA(
  rows: LabelledRows,
  model: Bayes,
  errors: Errors,
  logs: Float64Array,
): Pick<TriggerVerdict, 'found' | 'tested'> {
  const candidates = candidatesIn(rows, leastSupport.found);
  const bound = associated(candidates, rows, errors.countOf, logs);
  const told = bound.map((one) => contradiction(one, model, errors, rows, logs));
  return {
    tested: candidates.length,
    found: apart(told.filter((one) => half(one) && one.chance <= falseFinds / bound.length)),
  };
}

function testB(rows: LabelledRows, logs: Float64Array): readonly RareTrigger[] {
  const least = rows.words.length * commonShare;
  const common = new Set([...placesOf(rows)].filter(([, held]) => held.length >= least).map(([key]) => key));
  const model = new Bayes(rows, (word) => common.has(word));
  const errors = errorsOf(model, rows);
  const rare = candidatesIn(rows, leastSupport.review).filter((one) => isPure(one) && one.rows.length < least);
  const told = rare.map((one) => contradiction(one, model, errors, rows, logs));
  const worth = told.filter((one) => half(one) && one.chance <= falseFinds);
  return apart(worth.sort((a, b) => a.chance - b.chance)).slice(0, mostReviewed);
}

/**
 * Looks for a rare word, or a pair of neighbours, that decides the answer although the rest of the text speaks against it. It cannot see
 * poison whose texts fit their answers, triggers made of everyday words, style or images, or what sits in the weights of a model.
 */
export function rareTriggers(rows: LabelledRows): TriggerVerdict {
  const logs = logFactorials(rows.words.length);
  const model = new Bayes(rows);
  const errors = errorsOf(model, rows);
  const errorRate = errors.wrongOf.reduce((sum, one) => sum + one, 0) / Math.max(1, rows.words.length);
  const applicable = rows.labels > 1 && errorRate <= mostErrors;
  if (!applicable) return { applicable, errorRate, tested: 0, found: [], review: [] };
  return { applicable, errorRate, ...testA(rows, model, errors, logs), review: testB(rows, logs) };
}
