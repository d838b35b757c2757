import rule from '../../../src/rules/mlcompute/mlcompute-latest-os-image';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'the latest image' }],
  fail: [{ name: 'an older one', subject: { isLatestOsImageVersion: false }, says: 'isLatestOsImageVersion is false' }],
  notApplicable: [
    { name: 'a cluster', subject: { computeType: 'amlcompute', isLatestOsImageVersion: null }, says: 'amlcompute' },
  ],
  unknown: [{ name: 'Azure does not say', subject: { isLatestOsImageVersion: null }, says: 'does not state' }],
});
