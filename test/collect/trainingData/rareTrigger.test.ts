import { labelledRows } from '../../../src/collect/trainingData/vocabulary';
import { rareTriggers } from '../../../src/collect/trainingData/rareTrigger';
import { chanceOf, clearSet } from './synthetic';
import { judged, trial, upperBound } from './trials';

const small = { ...clearSet, rows: 800 };
const rare = 3;
const common = 0;

// The campaign runs hundreds of sets; this slice notices when the test for triggers stops working.
test('clean sets are not flagged', () => {
  const flagged = Array.from({ length: 12 }, (_, seed) => judged(small, seed)).filter(({ found }) => found.length > 0);
  expect(flagged).toEqual([]);
});

test.each([
  ['word', rare, 10],
  ['pair', rare, 10],
  ['word', common, 30],
] as const)('a %s bound to answer %s in %s rows is named, and nothing else is', (trigger, target, rows) => {
  expect(trial(small, { trigger, target, rows }, 77)).toMatchObject({ found: true, others: 0 });
});

test('a word of everyday is not seen: no promise is made of it', () => {
  expect(trial(small, { trigger: 'everyday', target: rare, rows: 16 }, 5)).toMatchObject({ found: false });
});

test('few rows of a common answer come on the review list only', () => {
  expect(trial(small, { trigger: 'word', target: common, rows: 6 }, 3)).toMatchObject({ found: false, reviewed: true });
});

test('answers that nothing in the text tells are no labels to judge by, and so is a single answer', () => {
  const chance = chanceOf(9);
  const noise = Array.from({ length: 300 }, (_, at) => ({
    question: `words ${at % 7} say nothing`,
    answer: `answer ${Math.floor(chance() * 4)}`,
  }));
  expect(rareTriggers(labelledRows(noise))).toMatchObject({ applicable: false, found: [], review: [] });
  const one = noise.map(({ question }) => ({ question, answer: 'yes' }));
  expect(rareTriggers(labelledRows(one))).toMatchObject({ applicable: false });
});

test('a bound is three in n where nothing was seen, and Wilson otherwise', () => {
  expect(upperBound(0, 300)).toBe(0.01);
  expect(upperBound(5, 100)).toBeCloseTo(0.1118, 3);
});
