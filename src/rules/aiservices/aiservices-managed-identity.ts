import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'aiservices-managed-identity',
  subject: 'aiAccount',
  title: 'AI account has no managed identity',
  severity: 'medium',
  why: 'An account that has no identity of its own reaches storage, search and vaults with stored keys.',
  fix: {
    text: 'Give the account a system-assigned identity, and that identity the roles it needs.',
    cli: 'az cognitiveservices account identity assign -g RG -n NAME',
    bicep: "identity: { type: 'SystemAssigned' }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/how-to/managed-identity'],
  controls: { mcsb: ['IM-3'], owaspAgentic2026: ['ASI03'], atlas: ['AML.T0055'] },
  defender: {
    assessments: [],
    policies: ['fe3fd216-4f83-4fc1-8984-2bbec80a3418'],
    offByDefault: true,
  },
  check: (account) => (account.identity.types.length ? pass : fail('identity.type is None')),
});
