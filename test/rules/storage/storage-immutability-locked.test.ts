import rule from '../../../src/rules/storage/storage-immutability-locked';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'locked' }],
  fail: [{ name: 'unlocked', subject: { immutability: 'Unlocked' }, says: 'state is Unlocked' }],
  notApplicable: [{ name: 'no policy', subject: { immutability: 'None' } }],
  unknown: [
    { name: 'a policy of which Azure tells no state', subject: { immutability: 'Unrecognised' }, says: 'state' },
  ],
});
