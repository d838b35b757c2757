import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { offFoundryAccount } from './foundryAccount';

export default defineRule({
  id: 'foundry-cmk',
  subject: 'aiAccount',
  title: 'Foundry data is encrypted with a key of Microsoft only',
  severity: 'low',
  why: 'Files, threads and evaluations of regulated projects cannot be made unreadable by revoking a key of your own.',
  fix: {
    text: 'Encrypt with a key in a vault that has purge protection.',
    cli: 'az cognitiveservices account update -g RG -n NAME --encryption \'{"keySource":"Microsoft.KeyVault","keyVaultProperties":{"keyName":"KEY","keyVaultUri":"URI"}}\'',
    bicep:
      "properties: { encryption: { keySource: 'Microsoft.KeyVault', keyVaultProperties: { keyName: 'k', keyVaultUri: uri } } }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/concepts/encryption-keys-portal'],
  controls: { mcsb: ['DP-5'] },
  defender: {
    assessments: [],
    policies: [],
    names: ['Customer-managed keys should be used to encrypt data on Microsoft Foundry'],
    offByDefault: true,
  },
  check: (account) =>
    offFoundryAccount(account) ?? (account.customerManagedKey ? pass : fail('encryption.keyVaultProperties is absent')),
});
