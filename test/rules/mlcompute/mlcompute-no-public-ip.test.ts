import rule from '../../../src/rules/mlcompute/mlcompute-no-public-ip';
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
    { name: 'no public address, whatever the workspace', gaps: [{ ...gap, scope: workspace }] },
    {
      name: 'absent, in a managed network',
      subject: { enableNodePublicIp: null },
      around: inWorkspace('allowInternetOutbound'),
    },
    {
      name: 'absent, and the hub has a managed network',
      subject: { enableNodePublicIp: null },
      around: inProject('AllowOnlyApprovedOutbound'),
    },
  ],
  fail: [
    {
      name: 'public addresses',
      subject: { enableNodePublicIp: true },
      around: inWorkspace('AllowOnlyApprovedOutbound'),
      says: 'enableNodePublicIp is true',
    },
    { name: 'a cluster too', subject: { computeType: 'amlcompute', enableNodePublicIp: true } },
    {
      name: 'absent, without a managed network',
      subject: { enableNodePublicIp: null },
      around: inWorkspace('Disabled'),
      says: 'absent',
    },
    {
      name: 'absent, and the hub has no managed network',
      subject: { enableNodePublicIp: null },
      around: inProject('Disabled'),
    },
  ],
  notApplicable: [
    {
      name: 'an attached cluster',
      subject: { computeType: 'Kubernetes', enableNodePublicIp: null },
      says: 'Kubernetes',
    },
  ],
  unknown: [
    {
      name: 'absent, and the workspace was not read',
      subject: { enableNodePublicIp: null },
      gaps: [{ ...gap, scope: workspace }],
      says: 'x/read',
    },
  ],
});
