import { defineRule } from '../defineRule';
import { coverageVerdict } from '../policyCoverage';

const policy = '53c70b02-63dd-11ea-bc55-0242ac130003';

export default defineRule({
  id: 'mlcompute-allowed-module-authors',
  subject: 'mlWorkspace',
  needs: ['policyAssignment', 'policyExemption', 'subscription'],
  title: 'Jobs of the workspace may run modules of any author',
  severity: 'low',
  why: 'No policy says whose modules training jobs may run: a pipeline may hold a step of anyone.',
  fix: {
    text: 'Assign the built-in policy on module authors at the workspace or above; its parameters hold what is allowed.',
    cli: 'az policy assignment create -n NAME --policy 53c70b02-63dd-11ea-bc55-0242ac130003 --scope WORKSPACE_ID --params @parameters.json',
    bicep:
      "properties: { policyDefinitionId: tenantResourceId('Microsoft.Authorization/policyDefinitions', '53c70b02-63dd-11ea-bc55-0242ac130003') }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-integrate-azure-policy'],
  controls: {
    mcsb: ['DS-2', 'AI-1'],
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic2026: ['ASI04'],
    atlas: ['AML.T0010.001', 'AML.T0011.001'],
  },
  check: (workspace, view) => coverageVerdict(workspace, [policy], view),
});
