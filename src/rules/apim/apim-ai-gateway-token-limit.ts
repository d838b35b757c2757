import { defineRule } from '../defineRule';
import { notApplicable } from '../../model/rule';
import { gatewayKinds, isAiApi, notAi, presenceVerdict } from '../aiGateway';

export default defineRule({
  id: 'apim-ai-gateway-token-limit',
  subject: 'apimApi',
  needs: [...gatewayKinds],
  title: 'AI API has no token limit',
  severity: 'medium',
  why: 'One caller in a loop, or one stolen key, can use up the quota of all and run up the bill. It is read from the policies of the API and of the whole service: one in a product binds only callers with a key of that product.',
  fix: {
    text: 'Add llm-token-limit to the inbound section of the API.',
    bicep:
      'properties: { format: \'rawxml\', value: \'<policies><inbound><base /><llm-token-limit counter-key="@(context.Subscription.Id)" tokens-per-minute="5000" estimate-prompt-tokens="true" /></inbound></policies>\' }',
  },
  references: [
    'https://learn.microsoft.com/azure/api-management/llm-token-limit-policy',
    'https://learn.microsoft.com/azure/api-management/genai-gateway-capabilities',
  ],
  controls: {
    mcsb: ['AI-6'],
    owaspLlm2025: ['LLM10'],
    owaspLlm2026: ['LLM06'],
    owaspAgentic2026: ['ASI08'],
    atlas: ['AML.T0034', 'AML.T0029'],
  },
  check: (api, view) => {
    if (api.apiType === 'mcp') return notApplicable('an MCP server spends no tokens');
    return isAiApi(api, view) ? presenceVerdict(api, 'tokenLimit', 'llm-token-limit', view) : notAi;
  },
});
