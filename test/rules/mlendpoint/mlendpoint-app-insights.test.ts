import rule from '../../../src/rules/mlendpoint/mlendpoint-app-insights';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'telemetry is on' }],
  fail: [
    {
      name: 'off, as when Azure leaves it out',
      subject: { appInsightsEnabled: false },
      says: 'appInsightsEnabled is false',
    },
  ],
});
