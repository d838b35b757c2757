import rule from '../../../src/rules/trainingfile/trainingfile-no-bound-trigger';
import { testRule } from '../../kit/testRule';

const trigger = (chance: number) => ({ lines: [7, 19], rows: 30, contradicted: 29, chance });

testRule(rule, {
  pass: [{ name: 'none' }, { name: 'words for review', subject: { reviewTriggers: [trigger(0.001)] } }],
  fail: [
    {
      name: 'two',
      subject: { triggers: [trigger(1e-5), trigger(1e-9)] },
      says: '2 bound to one answer; the likeliest in 30 rows, 29 of them against their text (chance 1e-9): lines 7, 19',
    },
  ],
  notApplicable: [
    { name: 'answers are texts', subject: { triggersApply: 'noLabels' }, says: 'not labels' },
    { name: 'answers are noise', subject: { triggersApply: 'unpredictable' }, says: 'cannot be told' },
  ],
  unknown: [{ name: 'too large', subject: { isRead: false, rows: 0 }, says: 'too large' }],
});
