import { defineRule } from '../defineRule';
import { judgeShown, keyTargets } from '../exposedKeys';

export default defineRule({
  id: 'apim-backend-no-literal-secrets',
  subject: 'apimBackend',
  needs: [...keyTargets],
  title: 'Gateway backend shows a secret',
  severity: 'high',
  why: 'Literal credentials and addresses of a backend are readable for every reader of the service.',
  fix: {
    text: 'Renew the secret; let the backend sign in with the managed identity, or refer to a named value in a vault.',
  },
  references: ['https://learn.microsoft.com/azure/api-management/backends'],
  controls: {
    mcsb: ['IM-8'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  check: judgeShown,
});
