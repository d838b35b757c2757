import rule from '../../../src/rules/mlcompute/mlcompute-in-vnet';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const workspace = safe('mlWorkspace').id;
const hub = `${workspace}-hub`;
const inWorkspace = (isolationMode: string) => [safe('mlWorkspace', { isolationMode })];
const inProject = (isolationMode: string) => [
  safe('mlWorkspace', { workspaceKind: 'Project', isolationMode: 'Disabled', hubId: hub }),
  safe('mlWorkspace', { id: hub, workspaceKind: 'Hub', isolationMode }),
];
const gap = { kind: 'mlWorkspace', reason: 'forbidden', permission: 'x/read', detail: '' } as const;

testRule(rule, {
  pass: [
    { name: 'in a subnet, whatever the workspace', gaps: [{ ...gap, scope: workspace }] },
    { name: 'in a managed network', subject: { subnetId: '' }, around: inWorkspace('AllowInternetOutbound') },
    {
      name: 'in the managed network of the hub',
      subject: { subnetId: '' },
      around: inProject('AllowOnlyApprovedOutbound'),
    },
  ],
  fail: [
    { name: 'in none', subject: { subnetId: '' }, around: inWorkspace('Disabled'), says: 'subnet.id is empty' },
    { name: 'a mode nobody knows', subject: { subnetId: '' }, around: inWorkspace('Novel') },
    { name: 'the hub has none', subject: { computeType: 'AmlCompute', subnetId: '' }, around: inProject('Disabled') },
  ],
  notApplicable: [{ name: 'an attached cluster', subject: { computeType: 'Kubernetes', subnetId: '' } }],
  unknown: [
    {
      name: 'the workspace was not read',
      subject: { subnetId: '' },
      gaps: [{ ...gap, scope: workspace }],
      says: 'x/read',
    },
    {
      name: 'the hub was not read',
      subject: { subnetId: '' },
      around: inProject('Disabled').slice(0, 1),
      gaps: [{ ...gap, scope: hub }],
    },
  ],
});
