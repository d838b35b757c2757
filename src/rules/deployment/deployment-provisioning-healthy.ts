import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

const broken = new Set(['failed', 'canceled', 'disabled']);

export default defineRule({
  id: 'deployment-provisioning-healthy',
  subject: 'deployment',
  title: 'Deployment did not come up',
  severity: 'info',
  why: 'A deployment that failed still holds quota and a name, and nobody looks after it.',
  fix: {
    text: 'Repair the deployment or delete it.',
    cli: 'az cognitiveservices account deployment delete -g RG -n ACCOUNT --deployment-name NAME',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/how-to/create-resource'],
  controls: { mcsb: ['AM-2'] },
  check: ({ provisioningState }) =>
    broken.has(provisioningState.toLowerCase()) ? fail(`provisioningState is ${provisioningState}`) : pass,
});
