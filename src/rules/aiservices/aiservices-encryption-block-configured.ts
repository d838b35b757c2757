import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'aiservices-encryption-block-configured',
  subject: 'aiAccount',
  title: 'Encryption of the AI account names no source of its key',
  severity: 'info',
  why: 'A block of encryption without keySource is half a configuration: nobody can tell whose key was meant. Microsoft has deprecated its own policy on it; whether the key is yours is what aiservices-cmk-encryption judges.',
  fix: {
    text: 'State keySource, or leave the block out for the key of Microsoft.',
    cli: 'az cognitiveservices account update -g RG -n NAME --encryption @encryption.json',
    bicep: "properties: { encryption: { keySource: 'Microsoft.KeyVault', keyVaultProperties: KEY } }",
  },
  references: ['https://learn.microsoft.com/azure/ai-services/encryption/cognitive-services-encryption-keys-portal'],
  controls: { mcsb: ['DP-4'] },
  defender: {
    assessments: ['cdcf4f71-60d3-540b-91e3-aa19792da364'],
    policies: ['2bdd0062-9d75-436e-89df-487dd8e4b3c7'],
    offByDefault: true,
  },
  check: ({ encryption }) => {
    if (encryption === 'absent') return notApplicable('encryption is absent: the key is of Microsoft');
    return encryption === 'sourced' ? pass : fail('encryption is there and keySource is absent');
  },
});
