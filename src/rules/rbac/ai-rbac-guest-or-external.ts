import { defineRule } from '../defineRule';
import { outsiders, searchVerdict } from './roleBearers';

export default defineRule({
  id: 'ai-rbac-guest-or-external',
  subject: 'aiAccount',
  needs: ['roleAssignment', 'principal', 'subscription'],
  title: 'Guests or foreign groups have a role on the AI account',
  severity: 'high',
  why: 'People whose accounts another organisation runs can use or change the models, and nobody here sees when they leave.',
  fix: {
    text: 'Remove the assignment, or move the guest to an access package that expires.',
    cli: 'az role assignment delete --ids ASSIGNMENT_ID',
  },
  references: ['https://learn.microsoft.com/azure/role-based-access-control/role-assignments-external-users'],
  controls: { mcsb: ['PA-4'], owaspAgentic2026: ['ASI03'], atlas: ['AML.T0012'] },
  defender: {
    assessments: ['0354476c-a12a-4fcc-a79d-f0ab7ffffdbb'],
    policies: [],
    differs: 'Microsoft judges guests on the whole subscription, not on the AI account.',
  },
  check: (account, view) => searchVerdict(account, view, outsiders),
});
