import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { gatewayKinds, isAiApi, notAi } from '../aiGateway';

export default defineRule({
  id: 'apim-encrypted-protocols-only',
  subject: 'apimApi',
  needs: [...gatewayKinds],
  title: 'AI API lets prompts travel in clear',
  severity: 'medium',
  why: 'Over http or ws everybody on the way reads prompts, answers and keys. Both ways count: from the caller to the gateway, and from there to the model.',
  fix: {
    text: 'Offer the API over https or wss only, and lead to the model over https.',
    cli: 'az apim api update -g RG --service-name APIM --api-id ID --protocols https',
    bicep: "properties: { protocols: [ 'https' ] }",
  },
  references: ['https://learn.microsoft.com/azure/api-management/api-management-howto-manage-protocols-ciphers'],
  controls: { mcsb: ['DP-3'], owaspLlm2025: ['LLM02'], owaspLlm2026: ['LLM02'], euAiAct: ['15.5', '55.1d'] },
  defender: {
    assessments: [],
    policies: ['ee7495e7-3ba7-40b6-bfee-c29e22cc75d4'],
    names: ['API Management APIs should use only encrypted protocols'],
    differs: 'Microsoft does not look at the way from the gateway to the model.',
  },
  check: (api, view) => {
    if (!isAiApi(api, view)) return notAi;
    const open = api.protocols.filter((protocol) => !['https', 'wss'].includes(protocol));
    if (open.length > 0) return fail(`protocols are ${api.protocols.join(', ')}`);
    if (['http', 'ws'].includes(api.serviceScheme)) return fail(`serviceUrl begins with ${api.serviceScheme}`);
    return view.stated(api, 'protocols') ? pass : fail('protocols are not stated');
  },
});
