import type { Deployment } from '../../model/ai';
import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

const ageInDays = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const window = 30;

/** Why the metric says nothing about the deployment; '' where it does. */
function notCounted({ model, sku }: Deployment): string {
  if (model.format.toLowerCase() !== 'openai') return `model.format is ${model.format}`;
  return sku.toLowerCase().includes('batch') ? `sku.name is ${sku}` : '';
}

export default defineRule({
  id: 'deployment-stale-unused',
  subject: 'deployment',
  needs: ['modelRequests'],
  title: 'Nobody has called the model deployment for a month',
  severity: 'low',
  why: 'A deployment that nobody remembers answers whoever finds a key, with a model and a guardrail that nobody looks after. Azure Monitor counts calls of OpenAI models only, and not what runs in batches: those are not judged.',
  fix: {
    text: 'Ask its owner, and delete it.',
    cli: 'az cognitiveservices account deployment delete -g RG -n ACCOUNT --deployment-name NAME',
  },
  references: [
    'https://learn.microsoft.com/azure/ai-foundry/openai/monitor-openai-reference',
    'https://learn.microsoft.com/azure/azure-monitor/metrics/data-platform-metrics',
  ],
  controls: { mcsb: ['AM-2'], owaspLlm2025: ['LLM10'], owaspLlm2026: ['LLM06'], atlas: ['AML.T0040'] },
  check: (deployment, view) => {
    const { createdAt, name, parentId = '' } = deployment;
    const uncounted = notCounted(deployment);
    if (uncounted) return notApplicable(uncounted);
    const [counted] = view.children({ id: parentId }, 'modelRequests');
    if (!counted) return view.doubt(deployment, 'AzureOpenAIRequests', 'Azure Monitor answered nothing');
    if (counted.called.includes(name.toLowerCase())) return pass;
    if (!createdAt) return view.doubt(deployment, 'systemData.createdAt', 'Azure does not state how old it is');
    return ageInDays(createdAt, view.takenAt) <= window
      ? notApplicable(`systemData.createdAt is ${createdAt}`)
      : fail(`AzureOpenAIRequests of ModelDeploymentName are 0 in ${window} days`);
  },
});
