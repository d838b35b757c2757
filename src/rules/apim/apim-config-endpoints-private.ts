import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { frontsAi, gatewayKinds, noAiApi } from '../aiGateway';

export default defineRule({
  id: 'apim-config-endpoints-private',
  subject: 'apimService',
  needs: [...gatewayKinds],
  title: 'AI gateway can be configured from the internet',
  severity: 'low',
  why: 'Whoever reaches the configuration endpoints with a stolen token can read policies and send model traffic elsewhere.',
  fix: {
    text: 'Give administrators a private endpoint and close public access, or put the gateway into a virtual network in internal mode.',
    cli: 'az apim update -g RG -n NAME --public-network-access false',
    bicep: "properties: { publicNetworkAccess: 'Disabled' }",
  },
  references: [
    'https://learn.microsoft.com/azure/api-management/private-endpoint',
    'https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet',
  ],
  controls: { mcsb: ['NS-2'] },
  defender: {
    assessments: ['74e7dcff-317f-9635-41d2-ead5019acc99'],
    policies: ['df73bd95-24da-4a4f-96b9-4e8b94b402bd', 'ef619a2c-cc4d-4d03-b2ba-8c94a834d85b'],
    names: [
      'API Management should disable public network access to the service configuration endpoints',
      'API Management services should use a virtual network',
    ],
    differs:
      'Microsoft judges every API Management service and passes one in an external virtual network; here only gateways in front of models are judged.',
  },
  check: (service, view) => {
    if (!frontsAi(service, view)) return noAiApi;
    const { publicNetworkAccess, virtualNetworkType } = service;
    return publicNetworkAccess === 'Disabled' || virtualNetworkType === 'Internal'
      ? pass
      : fail(`publicNetworkAccess is ${publicNetworkAccess} and virtualNetworkType is ${virtualNetworkType}`);
  },
});
