import rule from '../../../src/rules/mlcompute/mlcompute-ci-shared-apps-or-root';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'for one person' }, { name: 'odd casing', subject: { applicationSharingPolicy: 'PERSONAL' } }],
  fail: [
    {
      name: 'shared, as when Azure leaves it out',
      subject: { applicationSharingPolicy: 'Shared', hasSetupScripts: true },
      says: 'applicationSharingPolicy is Shared',
    },
    { name: 'a policy nobody knows', subject: { applicationSharingPolicy: '' }, says: 'unknown' },
    { name: 'a setup script', subject: { hasSetupScripts: true }, says: 'setupScripts', severity: 'low' },
    { name: 'a custom service', subject: { hasCustomServices: true }, says: 'customServices', severity: 'low' },
  ],
  notApplicable: [
    { name: 'a cluster', subject: { computeType: 'AmlCompute', applicationSharingPolicy: '' }, says: 'AmlCompute' },
  ],
});
