import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'foundry-default-project-local-auth',
  subject: 'aiAccount',
  title: 'One key opens every project of the Foundry resource',
  severity: 'high',
  why: 'Projects keep teams apart by roles; the key of the account knows no roles and reaches them all.',
  fix: {
    text: 'Give callers a data role on their project, then turn key access off.',
    cli: 'az resource update --ids ACCOUNT_ID --set properties.disableLocalAuth=true',
    bicep: 'properties: { allowProjectManagement: true, disableLocalAuth: true }',
  },
  references: [
    'https://learn.microsoft.com/azure/ai-services/disable-local-auth',
    'https://learn.microsoft.com/azure/ai-foundry/concepts/rbac-azure-ai-foundry',
  ],
  controls: { mcsb: ['IM-1'], owaspLlm2025: ['LLM02'], owaspLlm2026: ['LLM02'], owaspAgentic2026: ['ASI03'] },
  check: ({ allowProjectManagement, localAuthDisabled }) => {
    if (!allowProjectManagement) return notApplicable('allowProjectManagement is false: it holds no projects');
    return localAuthDisabled ? pass : fail('allowProjectManagement is true and disableLocalAuth is false');
  },
});
