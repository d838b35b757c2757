import rule from '../../../src/rules/trainingfile/trainingfile-well-formed';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [
    { name: 'a hundred rows' },
    { name: 'ten rows', subject: { rows: 10 } },
    { name: 'copies and addresses', subject: { exactCopies: 5, nearCopies: 9, sightings: { email: 3 } } },
  ],
  fail: [
    { name: 'bad rows', subject: { badRows: 2, badLines: [3, 9] }, says: '2 lines are no rows (3, 9)' },
    { name: 'nothing but bad rows', subject: { rows: 0, badRows: 1, badLines: [1] }, says: '1 lines are no rows' },
    { name: 'nine rows', subject: { rows: 9 }, says: '9 rows where 10 are needed' },
    { name: 'contradiction', subject: { conflicting: 1, conflictingLines: [4] }, says: 'differently (4)' },
    { name: 'a rare system prompt', subject: { systemPrompts: 2, rareSystemLines: [8] }, says: 'system prompt (8)' },
    { name: 'a secret', subject: { sightings: { secret: 2 } }, says: '2 rows hold a secret' },
  ],
  notApplicable: [{ name: 'an empty file', subject: { rows: 0 } }],
  unknown: [{ name: 'too large', subject: { isRead: false, rows: 0 }, says: 'too large' }],
});
