import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'mlendpoint-serverless-no-key-auth',
  subject: 'serverlessEndpoint',
  title: 'Serverless endpoint accepts static keys',
  severity: 'high',
  why: 'A key calls a model that is paid by the token, with no identity and no expiry.',
  fix: {
    text: 'Make the endpoint anew with Entra ID alone.',
    cli: 'az ml serverless-endpoint create -g RG -w WORKSPACE --file endpoint.yml',
    bicep: "properties: { authMode: 'AAD' }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-deploy-models-serverless'],
  controls: {
    mcsb: ['IM-1'],
    owaspLlm2025: ['LLM02', 'LLM10'],
    owaspLlm2026: ['LLM02', 'LLM06'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0040'],
  },
  check: ({ authMode }) => (authMode.toLowerCase() === 'aad' ? pass : fail(`authMode is ${authMode || 'not stated'}`)),
});
