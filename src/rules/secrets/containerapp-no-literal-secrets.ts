import { defineRule } from '../defineRule';
import { judgeShown, keyTargets } from '../exposedKeys';

export default defineRule({
  id: 'containerapp-no-literal-secrets',
  subject: 'containerApp',
  needs: [...keyTargets],
  title: 'Container app shows a secret in plain text',
  severity: 'high',
  why: 'Every reader of the app, and of Resource Graph, reads its environment variables, commands and tags.',
  fix: {
    text: 'Renew the secret, then refer to a key vault from the secrets of the app, or call with its identity.',
  },
  references: ['https://learn.microsoft.com/azure/container-apps/manage-secrets'],
  controls: {
    mcsb: ['IM-8'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  check: judgeShown,
});
