import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { gatewayKinds, presenceOf } from '../../model/gateway';

export default defineRule({
  id: 'apim-mcp-server-unauthenticated',
  subject: 'apimApi',
  needs: [...gatewayKinds],
  title: 'MCP server takes calls from anyone',
  severity: 'high',
  why: 'Whoever finds the address can call every tool behind it. A subscription key or a validated token of the caller closes it. It is read from the policies of the API and of the whole service: one in a product binds only callers with a key of that product.',
  fix: {
    text: 'Require a subscription, or validate the token of the caller with validate-azure-ad-token.',
    cli: 'az rest --method patch --url "API_ID?api-version=2025-09-01-preview" --headers If-Match=* --body \'{"properties":{"subscriptionRequired":true}}\'',
    bicep: "properties: { type: 'mcp', subscriptionRequired: true }",
  },
  references: ['https://learn.microsoft.com/azure/api-management/secure-mcp-servers'],
  controls: {
    mcsb: ['IM-1', 'AI-4'],
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic2026: ['ASI02', 'ASI03'],
    atlas: ['AML.T0053', 'AML.T0098'],
  },
  check: (api, view) => {
    if (api.apiType !== 'mcp') return notApplicable('not an MCP server');
    if (api.subscriptionRequired) return pass;
    const presence = presenceOf(api, 'callerValidation', view);
    if (presence === 'sometimes')
      return view.doubt(api, 'policies.validate', 'callers are validated in some branches only');
    return presence === 'always'
      ? pass
      : fail('subscriptionRequired is not true and policies have no validate-jwt or validate-azure-ad-token');
  },
});
