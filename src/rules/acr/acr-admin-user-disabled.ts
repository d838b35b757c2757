import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'acr-admin-user-disabled',
  subject: 'containerRegistry',
  title: 'Registry of the AI stack has its admin user on',
  severity: 'high',
  why: 'One shared password pushes images: whoever has it swaps what training jobs and endpoints run, and stays unnamed.',
  fix: {
    text: 'Give identities the pull and push roles, then turn the admin user off.',
    cli: 'az acr update -n NAME --admin-enabled false',
    bicep: 'properties: { adminUserEnabled: false }',
  },
  references: ['https://learn.microsoft.com/azure/container-registry/container-registry-authentication'],
  controls: {
    mcsb: ['IM-1'],
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic2026: ['ASI04'],
    atlas: ['AML.T0010.004'],
  },
  defender: { assessments: [], policies: ['dc921057-6b28-4fbe-9b83-f7bec05db6c2'], offByDefault: true },
  check: (registry) => (registry.adminUserEnabled ? fail('adminUserEnabled is true') : pass),
});
