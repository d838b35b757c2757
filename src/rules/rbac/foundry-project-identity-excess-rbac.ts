import { defineRule } from '../defineRule';
import { notApplicable } from '../../model/rule';
import { accountAbove, reachVerdict } from './identityReach';

export default defineRule({
  id: 'foundry-project-identity-excess-rbac',
  subject: 'project',
  needs: ['roleAssignment', 'roleDefinition', 'principal'],
  title: 'Identity of the Foundry project reaches beyond its own stores',
  severity: 'high',
  why: 'An agent acts with this identity: a prompt that turns the agent turns every role of it, on things the project has no business with.',
  fix: {
    text: 'Remove the role, or give it on the account, search, storage or Cosmos account that the project uses.',
    cli: 'az role assignment delete --ids ASSIGNMENT_ID',
  },
  references: [
    'https://learn.microsoft.com/azure/ai-foundry/concepts/rbac-azure-ai-foundry',
    'https://learn.microsoft.com/azure/role-based-access-control/best-practices',
  ],
  controls: {
    mcsb: ['AI-4', 'PA-7'],
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0053', 'AML.T0012'],
  },
  check: (project, view) => {
    const ids = [project.identity.principalId, ...project.identity.userAssignedPrincipalIds].filter(Boolean);
    if (ids.length === 0) return notApplicable('identity.principalId is empty');
    return reachVerdict(project, ids, accountAbove(project.id), view);
  },
});
