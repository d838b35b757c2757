import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'mlw-managed-identity',
  subject: 'mlWorkspace',
  title: 'ML workspace has no managed identity',
  severity: 'medium',
  why: 'A workspace that has no identity of its own reaches storage, registry and vault with stored keys.',
  fix: {
    text: 'Give the workspace an identity, and that identity the roles it needs.',
    cli: 'az ml workspace update -g RG -n NAME --file workspace.yml',
    bicep: "identity: { type: 'SystemAssigned' }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication'],
  controls: { mcsb: ['IM-3'], owaspAgentic2026: ['ASI03'] },
  check: (workspace) => (workspace.identity.types.length ? pass : fail('identity.type is None')),
});
