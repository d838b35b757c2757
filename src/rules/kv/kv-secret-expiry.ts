import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';

export default defineRule({
  id: 'kv-secret-expiry',
  subject: 'vaultSecret',
  title: 'Secret of the AI stack never expires',
  severity: 'low',
  why: 'A key of a model or a search service that never ends works for whoever copied it, however long ago.',
  fix: {
    text: 'Give it an expiry date and rotate it before.',
    cli: 'az keyvault secret set-attributes --vault-name VAULT -n NAME --expires 2027-06-01T00:00:00Z',
    bicep: 'properties: { attributes: { exp: 1811808000 } }',
  },
  references: ['https://learn.microsoft.com/azure/key-vault/secrets/about-secrets'],
  controls: {
    mcsb: ['DP-6'],
    cis6: ['8.3.3'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  defender: {
    assessments: ['14257785-9437-97fa-11ae-898cfb24302b'],
    policies: ['98728c90-32c7-4049-8429-847dc0f4fe37'],
  },
  check: ({ isEnabled, expiresAt }) => {
    if (!isEnabled) return notApplicable('attributes.enabled is false');
    return expiresAt ? pass : fail('attributes.exp is not set');
  },
});
