import rule from '../../../src/rules/appinsights/appinsights-entra-ingestion';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'identities only' }],
  fail: [
    {
      name: 'keys too, as when Azure leaves it out',
      subject: { localAuthDisabled: false },
      says: 'DisableLocalAuth is false',
    },
  ],
});
