import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';
import { offFoundryAccount } from './foundryAccount';

export default defineRule({
  id: 'foundry-managed-network-approved-outbound',
  subject: 'aiAccount',
  needs: ['managedNetwork'],
  title: 'Agents may send data to any host',
  severity: 'medium',
  why: 'An agent that was talked into it can post what it has read to any address of the internet. A subnet of your own is judged by its own rules.',
  fix: {
    text: 'Give the account a managed network that allows approved destinations only, or inject the agents into your own subnet.',
    cli: 'az rest --method get --url "ACCOUNT_ID/managedNetworks?api-version=2025-12-01"',
    bicep: "properties: { managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound' } }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/how-to/managed-virtual-network'],
  controls: {
    mcsb: ['NS-2'],
    owaspLlm2025: ['LLM02', 'LLM06'],
    owaspLlm2026: ['LLM02', 'LLM03'],
    owaspAgentic2026: ['ASI02'],
    atlas: ['AML.T0025', 'AML.T0086'],
  },
  check: (account, view) => {
    const off = offFoundryAccount(account);
    if (off) return off;
    if (account.networkInjections.some(({ subnetId, managed }) => subnetId && !managed))
      return notApplicable('networkInjections put the agents into a subnet of your own');
    const networks = view.children(account, 'managedNetwork');
    if (networks.length === 0) return fail('managedNetworks is empty');
    const open = networks.find(({ isolationMode }) => isolationMode.toLowerCase() !== 'allowonlyapprovedoutbound');
    return open ? fail(`managedNetwork.isolationMode is ${open.isolationMode || 'not set'}`) : pass;
  },
});
