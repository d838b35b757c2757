import rule from '../../../src/rules/foundry/foundry-managed-network-approved-outbound';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const foundry = { accountKind: 'aiservices', allowProjectManagement: true };
const network = (isolationMode: string) => [safe('managedNetwork', { isolationMode })];
const injected = (managed: boolean) => [{ scenario: 'agent', subnetId: managed ? '' : '/v/subnets/s', managed }];
const gap = { kind: 'managedNetwork', reason: 'forbidden', permission: 'x/read', detail: '' } as const;

testRule(rule, {
  pass: [
    {
      name: 'approved destinations only, in odd casing',
      subject: foundry,
      around: network('allowonlyapprovedoutbound'),
    },
  ],
  fail: [
    { name: 'there is no managed network', subject: foundry, says: 'managedNetworks is empty' },
    {
      name: 'a managed injection is no subnet of your own',
      subject: { ...foundry, networkInjections: injected(true) },
    },
    { name: 'the internet is open', subject: foundry, around: network('AllowInternetOutbound'), says: 'AllowInternet' },
    { name: 'the mode is absent', subject: foundry, around: network(''), says: 'not set' },
    { name: 'a word nobody knows', subject: foundry, around: network('AllowMost') },
  ],
  notApplicable: [
    { name: 'another kind of account' },
    { name: 'no projects', subject: { accountKind: 'AIServices' } },
    { name: 'agents in a subnet of your own', subject: { ...foundry, networkInjections: injected(false) } },
  ],
  unknown: [{ name: 'not read', subject: foundry, gaps: [{ ...gap, scope: safe('aiAccount').id }], says: 'x/read' }],
});
