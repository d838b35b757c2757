import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'deployment-capacity-unbounded',
  subject: 'deployment',
  title: 'Model takes more load than anybody set as its limit',
  severity: 'medium',
  why: 'A stolen key burns as much money as the deployment takes load; dynamic quota takes spare capacity beyond what was bought.',
  fix: {
    text: 'Turn dynamic quota off and size the capacity by need; maxDeploymentCapacity of the policy file is the ceiling.',
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
  check: (deployment, view) => {
    const { capacity, dynamicThrottlingEnabled } = deployment;
    const ceiling = view.policy.maxDeploymentCapacity;
    if (dynamicThrottlingEnabled) return fail('dynamicThrottlingEnabled is true');
    if (capacity === null) return view.doubt(deployment, 'sku.capacity', 'Azure does not state it');
    return capacity > ceiling ? fail(`sku.capacity is ${capacity}, the ceiling is ${ceiling}`) : pass;
  },
});
