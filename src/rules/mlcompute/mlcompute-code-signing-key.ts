import { defineRule } from '../defineRule';
import { coverageVerdict } from '../policyCoverage';

const policy = '6a6f7384-63de-11ea-bc55-0242ac130003';

export default defineRule({
  id: 'mlcompute-code-signing-key',
  subject: 'mlWorkspace',
  needs: ['policyAssignment', 'policyExemption', 'subscription'],
  title: 'Training code of the workspace need not be signed',
  severity: 'low',
  why: 'No policy asks for signed training code: what was reviewed and what runs may differ.',
  fix: {
    text: 'Assign the built-in policy on code signing keys at the workspace or above; its parameters hold what is allowed.',
    cli: 'az policy assignment create -n NAME --policy 6a6f7384-63de-11ea-bc55-0242ac130003 --scope WORKSPACE_ID --params @parameters.json',
    bicep:
      "properties: { policyDefinitionId: tenantResourceId('Microsoft.Authorization/policyDefinitions', '6a6f7384-63de-11ea-bc55-0242ac130003') }",
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
