import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { frontsAi, gatewayKinds, noAiApi } from '../aiGateway';

/** A subscription in any other state may be used; one whose state nobody knows, too. */
const shut = new Set(['suspended', 'submitted', 'rejected', 'cancelled', 'expired']);

export default defineRule({
  id: 'apim-subscription-not-all-apis',
  subject: 'apimSubscription',
  needs: [...gatewayKinds],
  title: 'One gateway key opens every model',
  severity: 'medium',
  why: 'A subscription for all APIs ends at no product and no limit of one: when it leaks, every model behind the gateway is open.',
  fix: {
    text: 'Give each caller a subscription to one product or one API, and cancel the one for all APIs.',
    cli: 'az rest --method patch --url "SUBSCRIPTION_ID?api-version=2024-05-01" --headers If-Match=* --body \'{"properties":{"state":"cancelled"}}\'',
    bicep: "properties: { scope: '/products/models' }",
  },
  references: ['https://learn.microsoft.com/azure/api-management/api-management-subscriptions'],
  controls: { mcsb: ['PA-7'], owaspLlm2025: ['LLM06'], owaspLlm2026: ['LLM03'], owaspAgentic2026: ['ASI03'] },
  defender: {
    assessments: [],
    policies: ['3aa03346-d8c5-4994-a5bc-7652c2a2aef1'],
    names: ['API Management subscriptions should not be scoped to all APIs'],
    differs: 'Microsoft also fails cancelled and expired subscriptions.',
  },
  check: ({ id, scope, state }, view) => {
    if (shut.has(state)) return notApplicable(`state is ${state}: its key opens nothing`);
    if (!frontsAi({ id }, view)) return noAiApi;
    return scope === '/apis' ? fail('scope is /apis') : pass;
  },
});
