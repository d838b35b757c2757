import { defineRule } from '../defineRule';
import { coverageVerdict } from '../policyCoverage';

const policy = '1d413020-63de-11ea-bc55-0242ac130003';

export default defineRule({
  id: 'mlcompute-full-log-filter',
  subject: 'mlWorkspace',
  needs: ['policyAssignment', 'policyExemption', 'subscription'],
  title: 'Logs of jobs are kept unfiltered',
  severity: 'low',
  why: 'No policy filters what jobs write to their logs, or says where full logs go: data that was printed lies with the metrics.',
  fix: {
    text: 'Assign the built-in policy on log filters at the workspace or above; its parameters hold what is allowed.',
    cli: 'az policy assignment create -n NAME --policy 1d413020-63de-11ea-bc55-0242ac130003 --scope WORKSPACE_ID --params @parameters.json',
    bicep:
      "properties: { policyDefinitionId: tenantResourceId('Microsoft.Authorization/policyDefinitions', '1d413020-63de-11ea-bc55-0242ac130003') }",
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
