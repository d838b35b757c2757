import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'mlendpoint-online-no-key-auth',
  subject: 'onlineEndpoint',
  title: 'Online endpoint accepts static keys',
  severity: 'high',
  why: 'A key calls the model with no identity and no expiry. Tokens of the workspace expire, but still name nobody.',
  fix: {
    text: 'Make the endpoint anew with Entra tokens and give callers the right to score.',
    cli: 'az ml online-endpoint create -g RG -w WORKSPACE -n NAME --auth-mode aad_token',
    bicep: "properties: { authMode: 'AADToken' }",
  },
  references: [
    'https://learn.microsoft.com/azure/machine-learning/how-to-authenticate-online-endpoint',
    'https://learn.microsoft.com/azure/machine-learning/concept-endpoints-online-auth',
  ],
  controls: {
    mcsb: ['IM-1'],
    owaspLlm2025: ['LLM02', 'LLM10'],
    owaspLlm2026: ['LLM02', 'LLM06'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0040', 'AML.T0055'],
  },
  check: ({ authMode }) => {
    if (authMode.toLowerCase() === 'aadtoken') return pass;
    const lighter = authMode.toLowerCase() === 'amltoken' ? ({ severity: 'medium' } as const) : {};
    return fail(`authMode is ${authMode || 'not stated'}`, lighter);
  },
});
