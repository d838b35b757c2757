import rule from '../../../src/rules/mlcompute/mlcompute-ssh-port-closed';
import { testRule } from '../../kit/testRule';

const cluster = (remoteLoginPortPublicAccess: string) => ({
  subject: { computeType: 'AmlCompute', remoteLoginPortPublicAccess },
});

testRule(rule, {
  pass: [{ name: 'closed, in odd casing', ...cluster('disabled') }],
  fail: [
    { name: 'open', ...cluster('Enabled'), says: 'remoteLoginPortPublicAccess is Enabled' },
    { name: 'not specified', ...cluster('NotSpecified') },
    { name: 'absent', ...cluster(''), says: 'is absent' },
    { name: 'a value nobody knows', ...cluster('Maybe') },
  ],
  notApplicable: [
    { name: 'an instance', subject: { remoteLoginPortPublicAccess: 'Enabled' }, says: 'ComputeInstance' },
  ],
});
