import { defineRule } from '../defineRule';
import { judgeShown, keyTargets } from '../exposedKeys';

export default defineRule({
  id: 'apim-policy-no-literal-secrets',
  subject: 'apimPolicy',
  needs: [...keyTargets],
  title: 'Gateway policy shows a secret',
  severity: 'high',
  why: 'A literal header or parameter in a policy is readable for every reader of the service.',
  fix: {
    text: 'Renew the secret; sign in with authentication-managed-identity, or take it from a named value in a vault.',
  },
  references: ['https://learn.microsoft.com/azure/api-management/authentication-managed-identity-policy'],
  controls: {
    mcsb: ['IM-8'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  check: judgeShown,
});
