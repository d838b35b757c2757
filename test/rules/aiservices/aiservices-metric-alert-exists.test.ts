import rule from '../../../src/rules/aiservices/aiservices-metric-alert-exists';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const gap = {
  kind: 'metricAlert',
  scope: '/subscriptions/s',
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;
const wide = {
  scopes: ['/subscriptions/s'],
  targetType: 'microsoft.cognitiveservices/accounts',
  targetRegion: 'westeurope',
};

testRule(rule, {
  pass: [
    { name: 'an alert on the account', around: [safe('metricAlert')] },
    { name: 'an alert on all accounts of the region', around: [safe('metricAlert', wide)] },
    {
      name: 'one of its scopes is above',
      around: [safe('metricAlert', { ...wide, targetRegion: '', scopes: ['/subscriptions/t', '/subscriptions/s'] })],
    },
    { name: 'one of two is on', around: [safe('metricAlert'), safe('metricAlert', { id: '/off', isEnabled: false })] },
  ],
  fail: [
    {
      name: 'one on an account whose name begins alike',
      around: [safe('metricAlert', { ...wide, scopes: ['/subscriptions/s/resourcegroups/r'] })],
    },
    { name: 'none', says: 'none' },
    { name: 'it is off', around: [safe('metricAlert', { isEnabled: false })], says: 'enabled is false' },
    { name: 'it watches another region', around: [safe('metricAlert', { ...wide, targetRegion: 'uksouth' })] },
    { name: 'it watches another type', around: [safe('metricAlert', { ...wide, targetType: 'microsoft.web/sites' })] },
  ],
  unknown: [{ name: 'alerts were not read', gaps: [gap], says: 'x/read' }],
});
