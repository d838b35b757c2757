import { defineRule } from '../defineRule';
import { fail, notApplicable, pass, type Verdict } from '../../model/rule';
import { backendsOf, gatewayKinds, hostsBehind, policedBy, presenceOf } from '../../model/gateway';
import type { GatewayView } from '../aiGateway';
import { isAzureAiHost } from '../../model/aiHosts';
import type { ApimApi } from '../../model/platforms';

/** Backends with an identity of their own need none in the policy; one with a key sends that key whatever the policy does. */
function backendVerdict(api: ApimApi, view: GatewayView): Verdict | undefined {
  const models = backendsOf(api, view).filter(({ host }) => isAzureAiHost(host));
  const keyed = models.flatMap(({ credentials }) => credentials.filter((kind) => kind !== 'managedIdentity'));
  if (keyed.length > 0) return fail(`credentials of the backend hold ${keyed.join(', ')}`);
  const signedIn = models.length > 0 && models.every(({ credentials }) => credentials.length > 0);
  return signedIn ? pass : undefined;
}

function policyVerdict(api: ApimApi, headers: readonly string[], view: GatewayView): Verdict {
  const presence = presenceOf(api, 'managedIdentityAuth', view);
  if (presence === 'always') return pass;
  if (headers.length > 0)
    return fail(`set-header writes ${headers.join(', ')} without authentication-managed-identity`);
  return presence === 'never'
    ? fail('policies have no authentication-managed-identity')
    : view.doubt(
        api,
        'policies.authentication-managed-identity',
        'authentication-managed-identity stands in some branches only',
      );
}

export default defineRule({
  id: 'apim-ai-gateway-managed-identity-auth',
  subject: 'apimApi',
  needs: [...gatewayKinds],
  title: 'AI gateway calls the model with a key',
  severity: 'high',
  why: 'A model key in a policy opens the model past the gateway, its limits and its log, for everyone who can read the policy. A gateway that signs in nobody leaves the key of the model with its callers.',
  fix: {
    text: 'Give the identity of the gateway the role Cognitive Services OpenAI User, sign in with authentication-managed-identity, take the api-key header out and turn local authentication of the account off.',
    bicep:
      "properties: { format: 'rawxml', value: '<policies><inbound><base /><authentication-managed-identity resource=\"https://cognitiveservices.azure.com\" /></inbound></policies>' }",
  },
  references: ['https://learn.microsoft.com/azure/api-management/api-management-authenticate-authorize-azure-openai'],
  controls: {
    mcsb: ['IM-1'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  check: (api, view) => {
    if (!hostsBehind(api, view).some(isAzureAiHost))
      return notApplicable('no address of an Azure model service is stated');
    const headers = [...new Set(policedBy(api, view).flatMap(({ credentialHeaders }) => credentialHeaders))].sort();
    // Authorization is how a policy passes on the token of the identity.
    const keys = headers.filter((header) => header !== 'authorization');
    if (keys.length > 0) return fail(`set-header writes ${keys.join(', ')}`);
    return backendVerdict(api, view) ?? policyVerdict(api, headers, view);
  },
});
