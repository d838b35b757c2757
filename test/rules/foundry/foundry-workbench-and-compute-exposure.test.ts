import rule from '../../../src/rules/foundry/foundry-workbench-and-compute-exposure';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [
    { name: 'an instance that stops' },
    { name: 'a workbench that stops', subject: { computeType: 'Workbench' } },
    {
      name: 'a cluster in a subnet',
      subject: { computeType: 'Cluster', subnetId: '/x/subnets/a', idleTimeBeforeShutdown: '' },
    },
  ],
  fail: [
    { name: 'SSH', subject: { sshAdmin: true }, says: 'adminEnabled is true' },
    { name: 'an address of its own', subject: { hasPublicIp: true }, says: 'publicIpAddress' },
    { name: 'never stops', subject: { idleTimeBeforeShutdown: '' }, says: 'idleTimeBeforeShutdown' },
    { name: 'a cluster without subnet', subject: { computeType: 'Cluster' }, says: 'subnetArmId' },
    { name: 'all of it', subject: { sshAdmin: true, hasPublicIp: true }, says: 'true, connectivityEndpoints' },
  ],
  notApplicable: [{ name: 'a type of tomorrow', subject: { computeType: 'Unrecognised', sshAdmin: true } }],
});
