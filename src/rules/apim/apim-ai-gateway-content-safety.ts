import { defineRule } from '../defineRule';
import { notApplicable } from '../../model/rule';
import { gatewayKinds, isAiApi, notAi, presenceVerdict } from '../aiGateway';

export default defineRule({
  id: 'apim-ai-gateway-content-safety',
  subject: 'apimApi',
  needs: [...gatewayKinds],
  title: 'AI API has no content safety of its own',
  severity: 'low',
  why: 'The guardrail of the model is then the only check; a second one at the gateway also holds for models of other vendors. It is read from the policies of the API and of the whole service: one in a product binds only callers with a key of that product.',
  fix: {
    text: 'Add llm-content-safety to the inbound section of the API.',
    bicep:
      'properties: { format: \'rawxml\', value: \'<policies><inbound><base /><llm-content-safety backend-id="content-safety" shield-prompt="true" /></inbound></policies>\' }',
  },
  references: ['https://learn.microsoft.com/azure/api-management/llm-content-safety-policy'],
  controls: { mcsb: ['AI-2'], owaspLlm2025: ['LLM01'], owaspLlm2026: ['LLM01'], owaspAgentic2026: ['ASI01'] },
  check: (api, view) => {
    if (api.apiType === 'mcp')
      return notApplicable('an MCP server: the policy checks prompts to models, not calls of tools');
    return isAiApi(api, view) ? presenceVerdict(api, 'contentSafety', 'llm-content-safety', view) : notAi;
  },
});
