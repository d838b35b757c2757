import { defineRule } from '../defineRule';
import { judgeShown, keyTargets } from '../exposedKeys';

export default defineRule({
  id: 'logicapp-no-literal-secrets',
  subject: 'logicApp',
  needs: [...keyTargets],
  title: 'Logic app shows a secret in its definition',
  severity: 'high',
  why: 'Every reader of the logic app reads its definition and the values of parameters that are not secure.',
  fix: {
    text: 'Renew the secret, then sign in with the managed identity or take it from a vault by a secure parameter.',
  },
  references: ['https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app'],
  controls: {
    mcsb: ['IM-8'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  check: judgeShown,
});
