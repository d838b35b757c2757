import { defineRule } from '../defineRule';
import { judgeShown, keyTargets } from '../exposedKeys';

export default defineRule({
  id: 'connection-no-literal-secrets',
  subject: 'connection',
  needs: [...keyTargets],
  title: 'Connection shows a secret in its address or metadata',
  severity: 'high',
  why: 'Azure hides the credentials of a connection; its target and metadata are readable for every reader of the project.',
  fix: {
    text: 'Renew the secret, keep it in the credentials of the connection alone, or connect with an identity.',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/how-to/connections-add'],
  controls: {
    mcsb: ['IM-8'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  check: judgeShown,
});
