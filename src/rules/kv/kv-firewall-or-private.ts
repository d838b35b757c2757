import { defineRule } from '../defineRule';
import { reachVerdict } from '../networkReach';

export default defineRule({
  id: 'kv-firewall-or-private',
  subject: 'keyVault',
  needs: ['perimeterAssociation'],
  title: 'Vault of the AI stack answers from any network',
  severity: 'high',
  why: 'The vault holds connection secrets and encryption keys of the models. Deny with a rule as wide as /8 is open in fact.',
  fix: {
    text: 'Turn the public network off, or deny by default and name the networks that need the vault.',
    cli: 'az keyvault update -g RG -n NAME --default-action Deny',
    bicep:
      "properties: { networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices', ipRules: [], virtualNetworkRules: [] } }",
  },
  references: ['https://learn.microsoft.com/azure/key-vault/general/network-security'],
  controls: { mcsb: ['NS-2', 'DP-8'], owaspLlm2025: ['LLM02'], owaspLlm2026: ['LLM02'] },
  defender: {
    assessments: ['52f7826a-ace7-3107-dd0d-4875853c1576'],
    policies: ['55615ac9-af46-4a59-874e-391cc3dfb490'],
    names: ['Firewall should be enabled on Key Vault'],
    differs: 'Microsoft passes every vault whose default action is Deny, however wide its IP rules are.',
  },
  check: (vault, view) => reachVerdict(vault, view),
});
