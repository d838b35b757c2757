import rule from '../../../src/rules/acr/acr-export-disabled';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'no export' }],
  fail: [
    {
      name: 'export, as when Azure leaves it out',
      subject: { exportEnabled: true },
      says: 'exportPolicy.status is enabled',
    },
  ],
});
