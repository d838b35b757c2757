import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'deployment-provisioned-spillover',
  subject: 'deployment',
  title: 'Provisioned model has nowhere to spill over',
  severity: 'info',
  why: 'When bought capacity is used up callers get errors: load, or a caller that means harm, takes the service down.',
  fix: {
    text: 'Name a standard deployment of the same model for spillover.',
    cli: 'az resource update --ids DEPLOYMENT_ID --set properties.spilloverDeploymentName=NAME',
    bicep: "properties: { spilloverDeploymentName: 'gpt-4o-standard' }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/how-to/spillover-traffic-management'],
  controls: { mcsb: ['BR-1'], owaspLlm2025: ['LLM10'], owaspLlm2026: ['LLM06'], atlas: ['AML.T0029'] },
  check: ({ sku, spilloverDeploymentName }) => {
    if (!sku.toLowerCase().includes('provisioned')) return notApplicable(`sku.name is ${sku}`);
    return spilloverDeploymentName ? pass : fail(`sku.name is ${sku} and spilloverDeploymentName is not set`);
  },
});
