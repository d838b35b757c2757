import rule from '../../../src/rules/mlendpoint/mlendpoint-deployment-egress-public';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const subject = { egressPublicNetworkAccess: 'Enabled' };
const workspace = safe('mlWorkspace').id;
const inWorkspace = (isolationMode: string) => [safe('mlWorkspace', { isolationMode })];
const gap = { kind: 'mlWorkspace', scope: workspace, reason: 'forbidden', permission: 'x/read', detail: '' } as const;

testRule(rule, {
  pass: [
    { name: 'egress is off, whatever the workspace', gaps: [gap] },
    { name: 'odd casing', subject: { egressPublicNetworkAccess: 'DISABLED' } },
  ],
  fail: [
    {
      name: 'egress is on, as when Azure leaves it out',
      subject,
      around: inWorkspace('Disabled'),
      says: 'egressPublicNetworkAccess is Enabled',
    },
    { name: 'a value nobody knows', subject: { egressPublicNetworkAccess: '' }, around: inWorkspace('Disabled') },
  ],
  notApplicable: [
    { name: 'a managed network', subject, around: inWorkspace('AllowInternetOutbound'), says: 'managed network' },
    {
      name: 'the hub has a managed network',
      subject,
      around: [
        safe('mlWorkspace', { workspaceKind: 'Project', isolationMode: 'Disabled', hubId: `${workspace}-hub` }),
        safe('mlWorkspace', { id: `${workspace}-hub`, workspaceKind: 'Hub' }),
      ],
    },
  ],
  unknown: [{ name: 'the workspace was not read', subject, gaps: [gap], says: 'x/read' }],
});
