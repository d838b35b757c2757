import { defineRule } from '../defineRule';
import { deletedPrincipals, searchVerdict } from './roleBearers';

export default defineRule({
  id: 'ai-rbac-orphaned-principal',
  subject: 'aiAccount',
  needs: ['roleAssignment', 'principal', 'subscription'],
  title: 'Roles on the AI account belong to deleted principals',
  severity: 'low',
  why: 'Assignments that outlived their principal show that access is not cleaned up, and hide the ones that matter.',
  fix: { text: 'Remove the assignments.', cli: 'az role assignment delete --ids ASSIGNMENT_ID' },
  references: ['https://learn.microsoft.com/azure/role-based-access-control/troubleshooting'],
  controls: { mcsb: ['PA-4'] },
  check: (account, view) => searchVerdict(account, view, deletedPrincipals),
});
