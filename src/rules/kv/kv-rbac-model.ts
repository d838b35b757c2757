import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'kv-rbac-model',
  subject: 'keyVault',
  title: 'Vault of the AI stack uses access policies',
  severity: 'medium',
  why: 'With access policies every contributor of the vault can give himself all secrets in one write, past all roles.',
  fix: {
    text: 'Assign data roles to those who have policies, then switch the vault to role-based access.',
    cli: 'az keyvault update -g RG -n NAME --enable-rbac-authorization true',
    bicep: 'properties: { enableRbacAuthorization: true }',
  },
  references: [
    'https://learn.microsoft.com/azure/key-vault/general/rbac-migration',
    'https://learn.microsoft.com/azure/key-vault/general/rbac-guide',
  ],
  controls: { mcsb: ['PA-7'], owaspAgentic2026: ['ASI03'], cis6: ['8.3.6'] },
  defender: {
    assessments: [],
    policies: ['12d4fa5e-1f9f-4c21-97a9-b99b3c6611b5'],
    names: ['Role-Based Access Control should be used on Keyvault Services'],
  },
  check: (vault) => (vault.rbacAuthorization ? pass : fail('enableRbacAuthorization is false')),
});
