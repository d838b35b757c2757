import rule from '../../../src/rules/storage/storage-secure-transfer';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'HTTPS only' }],
  fail: [
    { name: 'plain HTTP is accepted', subject: { httpsTrafficOnly: false }, says: 'supportsHttpsTrafficOnly is false' },
  ],
});
