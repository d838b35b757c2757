import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'aiservices-local-auth-disabled',
  subject: 'aiAccount',
  title: 'AI account accepts API keys',
  severity: 'high',
  why: 'Whoever holds a key calls the models with no identity, no Conditional Access and no expiry, and spends the quota unnamed.',
  fix: {
    text: 'Give callers a data role such as Cognitive Services OpenAI User, then turn key access off.',
    cli: 'az resource update --ids ACCOUNT_ID --set properties.disableLocalAuth=true',
    bicep: 'properties: { disableLocalAuth: true }',
  },
  references: ['https://learn.microsoft.com/azure/ai-services/disable-local-auth'],
  controls: {
    mcsb: ['IM-1'],
    owaspLlm2025: ['LLM02', 'LLM10'],
    owaspLlm2026: ['LLM02', 'LLM06'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0012', 'AML.T0055', 'AML.T0040', 'AML.T0034'],
    nistAiRmf: ['MEASURE-2.7'],
    iso42001: ['A.9.2'],
  },
  defender: {
    assessments: ['13b10b36-aa99-4db6-b00c-dcf87c4761e6'],
    policies: ['71ef260a-8f18-47b7-abcb-62d0673d94dc'],
    names: ['Azure AI Services resources should have key access disabled (disable local authentication)'],
  },
  check: (account) => (account.localAuthDisabled ? pass : fail('disableLocalAuth is false')),
});
