import { defineRule } from '../defineRule';
import { notApplicable } from '../../model/rule';
import { judgeExposed, keyTargets } from '../exposedKeys';

export default defineRule({
  id: 'webapp-no-literal-secrets',
  subject: 'webApp',
  needs: [...keyTargets, 'webAppSettings'],
  title: 'Web or function app holds a secret as a plain setting',
  severity: 'high',
  why: 'Whoever may list settings, deploy, or open the console of the app reads them; a reference to a vault shows nothing and can be renewed in one place.',
  fix: {
    text: 'Renew the secret and let the setting refer to a key vault, or call with the identity of the app.',
    bicep: "value: '@Microsoft.KeyVault(VaultName=kv;SecretName=openai-key)'",
  },
  references: ['https://learn.microsoft.com/azure/app-service/app-service-key-vault-references'],
  controls: {
    mcsb: ['IM-8'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  check: (site, view) => {
    const settings = view.children(site, 'webAppSettings');
    const secrets = [site, ...settings].flatMap(({ exposedSecrets = [] }) => exposedSecrets);
    if (secrets.length === 0 && !settings.some(({ complete }) => complete))
      return notApplicable('settings are read with the opt-in appSettings only');
    return judgeExposed(secrets, view);
  },
});
