import { defineRule } from '../defineRule';
import { reachVerdict } from '../networkReach';
import { offFoundryAccount } from './foundryAccount';

export default defineRule({
  id: 'foundry-network-limited',
  subject: 'aiAccount',
  needs: ['perimeterAssociation'],
  title: 'Foundry resource is open to every network',
  severity: 'high',
  why: 'Projects, agents, threads and files answer to anybody who holds a token or a key, from anywhere.',
  fix: {
    text: 'Turn the public network off, or deny by default and name the networks that need it.',
    cli: 'az resource update --ids ACCOUNT_ID --set properties.publicNetworkAccess=Disabled',
    bicep: "properties: { publicNetworkAccess: 'Disabled', networkAcls: { defaultAction: 'Deny' } }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/how-to/configure-private-link'],
  controls: { mcsb: ['NS-2'], owaspLlm2025: ['LLM02'], owaspLlm2026: ['LLM02'], atlas: ['AML.T0049'] },
  defender: {
    assessments: [],
    policies: [],
    names: ['Network connections should be limited on Microsoft Foundry'],
    differs: 'We also fail an ip rule as wide as /8 and a perimeter that only watches.',
  },
  check: (account, view) => offFoundryAccount(account) ?? reachVerdict(account, view),
});
