import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'mlendpoint-serverless-content-safety',
  subject: 'serverlessEndpoint',
  title: 'Serverless endpoint runs without content safety',
  severity: 'high',
  why: 'A model of the catalogue answers unfiltered: jailbreaks go in, harmful text comes out.',
  fix: {
    text: 'Make the endpoint anew with content safety on.',
    cli: 'az ml serverless-endpoint create -g RG -w WORKSPACE --file endpoint.yml',
    bicep: "properties: { contentSafety: { contentSafetyStatus: 'Enabled' } }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-deploy-models-serverless'],
  controls: {
    mcsb: ['AI-2'],
    owaspLlm2025: ['LLM01', 'LLM05'],
    owaspLlm2026: ['LLM01', 'LLM10'],
    atlas: ['AML.T0054'],
  },
  check: ({ contentSafetyStatus }) =>
    contentSafetyStatus.toLowerCase() === 'enabled'
      ? pass
      : fail(`contentSafety.contentSafetyStatus is ${contentSafetyStatus || 'absent'}`),
});
