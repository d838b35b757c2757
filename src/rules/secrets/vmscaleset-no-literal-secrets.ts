import { defineRule } from '../defineRule';
import { judgeShown, keyTargets } from '../exposedKeys';

export default defineRule({
  id: 'vmscaleset-no-literal-secrets',
  subject: 'vmScaleSet',
  needs: [...keyTargets],
  title: 'Scale set shows a secret in its extensions',
  severity: 'high',
  why: 'Every reader of the scale set reads the public settings of its extensions.',
  fix: {
    text: 'Renew the secret and put it into protectedSettings, or let the script take it with the identity of the machines.',
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
