import { defineRule } from '../defineRule';
import { judgeShadow, shadowKinds } from '../shadowAi';

export default defineRule({
  id: 'shadow-ai-self-hosted-llm',
  subject: 'virtualMachine',
  needs: [...shadowKinds],
  title: 'Machine seems to serve models outside the inventory',
  severity: 'medium',
  why: 'A model server set up by hand has no filter, no sign-in by default, no log of prompts and nobody who renews it.',
  fix: {
    text: 'Move the calls to a managed account, or enter the workload in the register of the policy file (sanctioned) with owner and end.',
  },
  references: ['https://learn.microsoft.com/azure/architecture/ai-ml/'],
  controls: { mcsb: ['AM-2'], atlas: ['AML.T0075'] },
  check: judgeShadow,
});
