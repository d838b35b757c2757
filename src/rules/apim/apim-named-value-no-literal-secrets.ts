import { defineRule } from '../defineRule';
import { judgeShown, keyTargets } from '../exposedKeys';

export default defineRule({
  id: 'apim-named-value-no-literal-secrets',
  subject: 'apimNamedValue',
  needs: [...keyTargets],
  title: 'Named value of the gateway shows a secret',
  severity: 'high',
  why: 'A named value that is not secret is readable for every reader of the service.',
  fix: {
    text: 'Renew the secret and store it in a key vault that the named value refers to.',
  },
  references: ['https://learn.microsoft.com/azure/api-management/api-management-howto-properties'],
  controls: {
    mcsb: ['IM-8'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  check: judgeShown,
});
