import rule from '../../../src/rules/mlcompute/mlcompute-ci-ssh-public';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [
    { name: 'closed, as when Azure leaves it out' },
    { name: 'closed, in odd casing', subject: { sshPublicAccess: 'DISABLED' } },
  ],
  fail: [
    { name: 'open', subject: { sshPublicAccess: 'Enabled' }, says: 'sshPublicAccess is Enabled' },
    { name: 'a value nobody knows', subject: { sshPublicAccess: 'Maybe' } },
  ],
  notApplicable: [
    { name: 'a cluster', subject: { computeType: 'AmlCompute', sshPublicAccess: '' }, says: 'AmlCompute' },
  ],
});
