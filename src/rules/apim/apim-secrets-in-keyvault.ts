import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { frontsAi, gatewayKinds, noAiApi } from '../aiGateway';

export default defineRule({
  id: 'apim-secrets-in-keyvault',
  subject: 'apimNamedValue',
  needs: [...gatewayKinds],
  title: 'Secret of an AI gateway is kept in API Management',
  severity: 'medium',
  why: 'A secret named value is handed out in clear to everyone who may list values of the service, and nothing rotates it or logs its use.',
  fix: {
    text: 'Store the secret in a key vault and let the named value refer to it.',
    bicep: 'properties: { secret: true, displayName: name, keyVault: { secretIdentifier: secretUri } }',
  },
  references: ['https://learn.microsoft.com/azure/api-management/api-management-howto-properties'],
  controls: {
    mcsb: ['IM-8', 'DP-6'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  defender: {
    assessments: [],
    policies: ['f1cc7827-022c-473e-836e-5a51cae0b249'],
    names: ['API Management secret named values should be stored in Azure Key Vault'],
  },
  check: (value, view) => {
    if (!value.secret) return notApplicable('the named value is not secret');
    if (!frontsAi(value, view)) return noAiApi;
    return value.inKeyVault ? pass : fail('secret is true and keyVault is absent');
  },
});
