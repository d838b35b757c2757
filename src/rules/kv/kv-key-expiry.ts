import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';

export default defineRule({
  id: 'kv-key-expiry',
  subject: 'vaultKey',
  title: 'Key of the AI stack never expires',
  severity: 'low',
  why: 'A key without an end is never changed: a copy of it opens the data for ever.',
  fix: {
    text: 'Give it an expiry date and rotate it before.',
    cli: 'az keyvault key set-attributes --vault-name VAULT -n NAME --expires 2027-06-01T00:00:00Z',
    bicep: 'properties: { attributes: { exp: 1811808000 } }',
  },
  references: ['https://learn.microsoft.com/azure/key-vault/keys/about-keys'],
  controls: { mcsb: ['DP-6'], cis6: ['8.3.1'] },
  defender: {
    assessments: ['1aabfa0d-7585-f9f5-1d92-ecb40291d9f2'],
    policies: ['152b15f7-8e1f-4c1f-ab71-8c010ba5dbc0'],
  },
  check: ({ isEnabled, expiresAt }) => {
    if (!isEnabled) return notApplicable('attributes.enabled is false');
    return expiresAt ? pass : fail('attributes.exp is not set');
  },
});
