import { defineRule } from '../defineRule';
import { adminVerdict } from '../rbac/adminIdentity';

export default defineRule({
  id: 'functionapp-identity-not-admin',
  subject: 'webApp',
  needs: ['roleAssignment', 'roleDefinition', 'principal', 'subscription'],
  title: 'Identity of an app that uses AI owns the subscription',
  severity: 'high',
  why: 'A prompt or a flaw that turns the app turns everything in the subscription: its identity may write all of it, or give itself the right.',
  fix: {
    text: 'Give the identity roles on the resources it uses, and take the one on the subscription away.',
    cli: 'az role assignment delete --ids ASSIGNMENT_ID',
  },
  references: [
    'https://learn.microsoft.com/azure/app-service/overview-managed-identity',
    'https://learn.microsoft.com/azure/role-based-access-control/best-practices',
  ],
  controls: { mcsb: ['PA-7'], owaspLlm2026: ['LLM03'], owaspAgentic2026: ['ASI03'], atlas: ['AML.T0012'] },
  defender: {
    assessments: ['23aa9cbe-c2fb-6a2f-6c97-885a6d48c4d1'],
    policies: [],
    differs: 'Microsoft asks whether the app has an identity, not what the identity may do.',
  },
  check: adminVerdict,
});
