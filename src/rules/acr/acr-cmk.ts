import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'acr-cmk',
  subject: 'containerRegistry',
  title: 'Registry of the AI stack is encrypted with a key of Microsoft only',
  severity: 'info',
  why: 'Images with models inside cannot be made unreadable by revoking a key of your own. The key is chosen when the registry is made.',
  fix: {
    text: 'Make the registry anew, of tier Premium, with a key in a vault that has purge protection.',
    cli: 'az acr create -g RG -n NAME --sku Premium --identity IDENTITY_ID --key-encryption-key KEY_ID',
    bicep:
      "properties: { encryption: { status: 'enabled', keyVaultProperties: { keyIdentifier: keyUri, identity: id } } }",
  },
  references: ['https://learn.microsoft.com/azure/container-registry/tutorial-enable-customer-managed-keys'],
  controls: { mcsb: ['DP-5'] },
  defender: {
    assessments: ['af560c4d-9c05-e073-b9f1-f7a94958ff25'],
    policies: ['5b9159ae-1701-4a6f-9a7a-aa9c8ddd0580'],
    names: ['Container registries should be encrypted with a customer-managed key (CMK)'],
    offByDefault: true,
  },
  check: (registry) => (registry.customerManagedKey ? pass : fail('encryption.status is disabled')),
});
