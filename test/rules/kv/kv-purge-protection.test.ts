import rule from '../../../src/rules/kv/kv-purge-protection';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'protection is on' }],
  fail: [
    {
      name: 'protection is off, as when Azure leaves the property out',
      subject: { purgeProtection: false },
      says: 'enablePurgeProtection is false',
    },
  ],
});
