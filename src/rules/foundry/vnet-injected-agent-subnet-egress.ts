import type { Resource } from '../../model/resource';
import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';

const delegation = 'microsoft.app/environments';

/** Subnets that an account or a capability host puts agents into. */
function subnetsOf(user: Resource): readonly string[] {
  if (user.kind === 'aiAccount') return user.networkInjections.map(({ subnetId }) => subnetId.toLowerCase());
  return user.kind === 'capabilityHost' ? [user.customerSubnet.toLowerCase()] : [];
}

export default defineRule({
  id: 'vnet-injected-agent-subnet-egress',
  subject: 'virtualNetwork',
  title: 'Agents leave their subnet past your firewall',
  severity: 'medium',
  why: 'Without a route to a firewall and rules on the subnet, an agent that was talked into it reaches any address. What the route table says is not looked at.',
  fix: {
    text: 'Give the agent subnet a route table to your firewall and a network security group.',
    cli: 'az network vnet subnet update -g RG --vnet-name VNET -n SUBNET --route-table TABLE --network-security-group NSG',
    bicep: 'properties: { routeTable: { id: table.id }, networkSecurityGroup: { id: nsg.id } }',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/agents/how-to/virtual-networks'],
  controls: {
    mcsb: ['NS-1', 'NS-3'],
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic2026: ['ASI02'],
    atlas: ['AML.T0086'],
  },
  check: (network, view) => {
    const used = new Set(view.usersOf(network).flatMap(subnetsOf));
    const agents = network.subnets.filter(({ id, delegations }) => used.has(id) && delegations.includes(delegation));
    if (agents.length === 0) return notApplicable(`no subnet of agents is delegated to ${delegation}`);
    if (agents.some(({ routeTableId }) => routeTableId === '')) return fail('subnets.routeTable is not set');
    return agents.some(({ networkSecurityGroupId }) => networkSecurityGroupId === '')
      ? fail('subnets.networkSecurityGroup is not set')
      : pass;
  },
});
