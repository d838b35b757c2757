import type { UnitEntry, UnitState } from '../../src/model/run';
import { sinceOf } from '../../src/steps/since';
import { header, unit } from '../report/runs';

const longAgo = '2026-10-01T06:00:00Z';
const entry = (state: UnitState, lastReadAt: string, baseline = 'h'): UnitEntry => {
  const of = unit('s', state);
  return { ...of, baseline, coverage: { ...of.coverage, lastReadAt } };
};
const last = header();
const narrow = { ...last, scopes: ['/subscriptions/t'] };

test.each([
  ['a whole unit counts from where it was read', last, entry('read', longAgo), longAgo],
  ['one read in part, from the last run that compared it', last, entry('partial', longAgo), last.takenAt],
  ['also where it was never whole', last, entry('partial', ''), last.takenAt],
  ['also where the run was about it', { ...last, scopes: ['/subscriptions/s'] }, entry('partial', ''), last.takenAt],
  ['not where the run was about another', narrow, entry('partial', longAgo), longAgo],
  ['one that was not compared, from when it last was whole', last, entry('partial', longAgo, 'other'), longAgo],
  [
    'one of which nothing is known, from the beginning',
    last,
    entry('notRead', '', 'other'),
    '1970-01-01T00:00:00.000Z',
  ],
])('%s', (_, run, of, expected) => {
  expect(sinceOf(run, of)).toBe(expected);
});
