import { defineRule } from '../defineRule';
import { judgeShown, keyTargets } from '../exposedKeys';

export default defineRule({
  id: 'vmextension-no-literal-secrets',
  subject: 'vmExtension',
  needs: [...keyTargets],
  title: 'Machine extension shows a secret in its settings',
  severity: 'high',
  why: 'Every reader of the machine reads the public settings of its extensions.',
  fix: {
    text: 'Renew the secret and put it into protectedSettings, or let the script take it with the identity of the machine.',
  },
  references: ['https://learn.microsoft.com/azure/virtual-machines/extensions/custom-script-linux'],
  controls: {
    mcsb: ['IM-8'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  check: judgeShown,
});
