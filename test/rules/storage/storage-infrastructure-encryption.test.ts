import rule from '../../../src/rules/storage/storage-infrastructure-encryption';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'encrypted twice' }],
  fail: [
    {
      name: 'once, as when Azure leaves it out',
      subject: { infrastructureEncryption: false },
      says: 'requireInfrastructureEncryption is false',
    },
  ],
});
