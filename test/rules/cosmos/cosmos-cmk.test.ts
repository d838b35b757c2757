import rule from '../../../src/rules/cosmos/cosmos-cmk';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'a key of its own' }],
  fail: [
    {
      name: 'a key of Microsoft, as when Azure leaves it out',
      subject: { customerManagedKey: false },
      says: 'keyVaultKeyUri is empty',
    },
  ],
});
