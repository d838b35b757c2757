import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';

export default defineRule({
  id: 'kv-key-rotation-policy',
  subject: 'vaultKey',
  title: 'Customer-managed key of an AI account does not rotate',
  severity: 'low',
  why: 'A key that people have to change by hand is changed late or never.',
  fix: {
    text: 'Give the key a rotation policy with a rotate action.',
    cli: 'az keyvault key rotation-policy update --vault-name VAULT -n KEY --value policy.json',
    bicep:
      "properties: { rotationPolicy: { lifetimeActions: [ { action: { type: 'rotate' }, trigger: { timeAfterCreate: 'P90D' } } ] } }",
  },
  references: ['https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation'],
  controls: { mcsb: ['DP-6'], cis6: ['8.3.9'] },
  defender: { assessments: [], policies: ['d8cf8476-a2ec-4916-896e-992351803c44'], offByDefault: true },
  check: (key, view) => {
    const users = view.usersOf({ id: key.id.slice(0, key.id.lastIndexOf('/keys/')) });
    const encrypts = users.some(
      (user) => user.kind === 'aiAccount' && user.keyName?.toLowerCase() === key.name.toLowerCase(),
    );
    if (!encrypts) return notApplicable('no AI account names it in keyVaultProperties.keyName');
    if (!key.isEnabled) return notApplicable('attributes.enabled is false');
    if (key.rotates) return pass;
    view.stated(key, 'rotationPolicy');
    return fail('rotationPolicy.lifetimeActions hold no rotate');
  },
});
