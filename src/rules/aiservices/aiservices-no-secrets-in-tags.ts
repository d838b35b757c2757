import { defineRule } from '../defineRule';
import { judgeShown, keyTargets } from '../exposedKeys';

export default defineRule({
  id: 'aiservices-no-secrets-in-tags',
  subject: 'aiAccount',
  needs: [...keyTargets],
  title: 'AI account shows a secret in its tags',
  severity: 'high',
  why: 'Tags are readable for every reader, and are copied into bills, logs and inventories.',
  fix: {
    text: 'Renew the secret and remove the tag.',
  },
  references: ['https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources'],
  controls: {
    mcsb: ['IM-8'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  check: judgeShown,
});
