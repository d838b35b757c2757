import { defineRule } from '../defineRule';
import { judgeShown, keyTargets } from '../exposedKeys';

export default defineRule({
  id: 'containergroup-no-literal-secrets',
  subject: 'containerGroup',
  needs: [...keyTargets],
  title: 'Container group shows a secret in plain text',
  severity: 'high',
  why: 'Every reader of the group reads its environment variables and commands; only secure values stay hidden.',
  fix: {
    text: 'Renew the secret and pass it as secureValue, or call with the identity of the group.',
  },
  references: ['https://learn.microsoft.com/azure/container-instances/container-instances-environment-variables'],
  controls: {
    mcsb: ['IM-8'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  check: judgeShown,
});
