import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'deployment-capacity-unbounded',
  subject: 'deployment',
  title: 'Model takes more load than anybody set as its limit',
  severity: 'medium',
  why: 'With dynamic quota the deployment takes spare capacity beyond what was bought: a stolen key burns money with no ceiling.',
  fix: {
    text: 'Turn dynamic quota off and size the capacity by need.',
    cli: 'az resource update --ids DEPLOYMENT_ID --set properties.dynamicThrottlingEnabled=false',
    bicep: 'properties: { dynamicThrottlingEnabled: false }',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/how-to/dynamic-quota'],
  controls: {
    mcsb: ['AI-6'],
    owaspLlm2025: ['LLM10'],
    owaspLlm2026: ['LLM06'],
    owaspAgentic2026: ['ASI08'],
    atlas: ['AML.T0034'],
  },
  check: (deployment) => (deployment.dynamicThrottlingEnabled ? fail('dynamicThrottlingEnabled is true') : pass),
});
