import rule from '../../../src/rules/foundry/foundry-agent-network-injection';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const host = (customerSubnet: string) => safe('capabilityHost', { customerSubnet });
const injection = (scenario: string, subnetId: string) => ({
  subject: { networkInjections: [{ scenario, subnetId, managed: subnetId === '' }] },
  around: [host('')],
});
const gap = {
  kind: 'capabilityHost',
  scope: safe('aiAccount').id,
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;

testRule(rule, {
  pass: [
    { name: 'the agent subnet is injected, in odd casing', ...injection('Agent', 'subnet') },
    { name: 'the capability host names a subnet', around: [host('subnet')] },
  ],
  fail: [
    { name: 'none', around: [host('')], says: 'networkInjections' },
    { name: 'a network of Microsoft', ...injection('agent', '') },
    { name: 'another scenario', ...injection('none', 'subnet') },
    {
      name: 'agents of a project',
      around: [safe('project'), safe('capabilityHost', { parentId: safe('project').id, customerSubnet: '' })],
    },
  ],
  notApplicable: [
    { name: 'no agents' },
    { name: 'a host of another kind', around: [safe('capabilityHost', { capabilityHostKind: 'Other' })] },
  ],
  unknown: [{ name: 'capability hosts were not read', gaps: [gap], says: 'x/read' }],
});
