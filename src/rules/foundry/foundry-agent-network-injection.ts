import { defineRule } from '../defineRule';
import { fail, notApplicable, pass, type View } from '../../model/rule';
import type { AiAccount, CapabilityHost } from '../../model/ai';

/** Capability hosts for agents of the account and of its projects. */
function agentHosts(account: AiAccount, view: View<'project' | 'capabilityHost'>): readonly CapabilityHost[] {
  const owners = [account, ...view.children(account, 'project')];
  return owners
    .flatMap((owner) => view.children(owner, 'capabilityHost'))
    .filter((host) => host.capabilityHostKind.toLowerCase() === 'agents');
}

export default defineRule({
  id: 'foundry-agent-network-injection',
  subject: 'aiAccount',
  needs: ['project', 'capabilityHost'],
  title: 'Agents run outside your virtual network',
  severity: 'medium',
  why: 'Tools and code that agents run go out over a network of Microsoft, past your firewall and its logs.',
  fix: {
    text: 'Create the account with the agent subnet injected; it cannot be added later.',
    cli: 'az deployment group create -g RG -f account.bicep',
    bicep: "properties: { networkInjections: [ { scenario: 'agent', subnetArmId: subnet.id } ] }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/agents/how-to/virtual-networks'],
  controls: {
    mcsb: ['NS-1', 'NS-2'],
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic2026: ['ASI02'],
    atlas: ['AML.T0086'],
  },
  check: (account, view) => {
    const injected = account.networkInjections.some(
      ({ scenario, subnetId }) => scenario.toLowerCase() === 'agent' && subnetId,
    );
    if (injected) return pass;
    const hosts = agentHosts(account, view);
    if (hosts.length === 0) return notApplicable('capabilityHosts hold no kind Agents');
    return hosts.every((host) => host.customerSubnet)
      ? pass
      : fail('networkInjections hold no scenario agent with a subnetArmId');
  },
});
