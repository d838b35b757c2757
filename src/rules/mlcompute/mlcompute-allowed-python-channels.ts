import { defineRule } from '../defineRule';
import { coverageVerdict } from '../policyCoverage';

const policy = '77eeea86-7e81-4a7d-9067-de844d096752';

export default defineRule({
  id: 'mlcompute-allowed-python-channels',
  subject: 'mlWorkspace',
  needs: ['policyAssignment', 'policyExemption', 'subscription'],
  title: 'Jobs of the workspace may install packages from any channel',
  severity: 'low',
  why: 'No policy says which Python channels training jobs install from: a package of the same name may come from anyone.',
  fix: {
    text: 'Assign the built-in policy on Python package channels at the workspace or above; its parameters hold what is allowed.',
    cli: 'az policy assignment create -n NAME --policy 77eeea86-7e81-4a7d-9067-de844d096752 --scope WORKSPACE_ID --params @parameters.json',
    bicep:
      "properties: { policyDefinitionId: tenantResourceId('Microsoft.Authorization/policyDefinitions', '77eeea86-7e81-4a7d-9067-de844d096752') }",
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
