import { defineRule } from '../defineRule';
import { judgeShadow, shadowKinds } from '../shadowAi';

export default defineRule({
  id: 'shadow-ai-in-container-group',
  subject: 'containerGroup',
  needs: [...shadowKinds],
  title: 'Container group uses or serves AI outside the inventory',
  severity: 'high',
  why: 'Prompts and data leave for a model that nobody reviewed, or one runs without filters, logs and an owner.',
  fix: {
    text: 'Move the calls to a managed account, or enter the workload in the register of the policy file (sanctioned) with owner and end.',
  },
  references: ['https://learn.microsoft.com/azure/container-instances/container-instances-environment-variables'],
  controls: {
    mcsb: ['AM-2', 'IM-8'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  check: judgeShadow,
});
