import { defineRule } from '../defineRule';
import { judgeShadow, shadowKinds } from '../shadowAi';

export default defineRule({
  id: 'shadow-ai-in-logic-app',
  subject: 'logicApp',
  needs: [...shadowKinds],
  title: 'Logic app calls AI outside the inventory',
  severity: 'medium',
  why: 'Whatever flows through the logic app leaves for a model that nobody reviewed.',
  fix: {
    text: 'Move the calls to a managed account, or enter the workload in the register of the policy file (sanctioned) with owner and end.',
  },
  references: ['https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app'],
  controls: {
    mcsb: ['AM-2', 'IM-8'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  check: judgeShadow,
});
