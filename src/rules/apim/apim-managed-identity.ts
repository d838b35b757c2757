import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { frontsAi, gatewayKinds, noAiApi } from '../aiGateway';

export default defineRule({
  id: 'apim-managed-identity',
  subject: 'apimService',
  needs: [...gatewayKinds],
  title: 'AI gateway has no managed identity',
  severity: 'low',
  why: 'Without an identity the gateway can call models with stored keys only, and cannot read secrets from a vault.',
  fix: {
    text: 'Turn the system-assigned identity on and give it a data role on the models.',
    cli: 'az apim update -g RG -n NAME --enable-managed-identity true',
    bicep: "identity: { type: 'SystemAssigned' }",
  },
  references: ['https://learn.microsoft.com/azure/api-management/api-management-howto-use-managed-service-identity'],
  controls: { mcsb: ['IM-3'] },
  check: (service, view) => {
    if (!frontsAi(service, view)) return noAiApi;
    return service.identity.types.length > 0 ? pass : fail('identity.type is None');
  },
});
