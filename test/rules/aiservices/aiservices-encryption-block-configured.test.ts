import rule from '../../../src/rules/aiservices/aiservices-encryption-block-configured';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'keySource is stated' }],
  fail: [{ name: 'an empty block', subject: { encryption: 'unsourced' }, says: 'keySource is absent' }],
  notApplicable: [{ name: 'no block', subject: { encryption: 'absent' }, says: 'encryption is absent' }],
});
