import { defineRule } from '../defineRule';
import { fail, notApplicable, pass, type View } from '../../model/rule';
import type { AiAccount } from '../../model/ai';
import { gatewayKinds } from '../aiGateway';
import { reachVerdict } from '../networkReach';

/** A backend, an API or a policy of a gateway in the same subscription names a host of the account. */
function isFronted({ hosts }: AiAccount, view: View<(typeof gatewayKinds)[number]>): boolean {
  const leadsHere = (host: string): boolean => hosts.includes(host);
  return (
    view.all('apimApi').some(({ serviceHost }) => leadsHere(serviceHost)) ||
    view.all('apimBackend').some(({ host }) => leadsHere(host)) ||
    view.all('apimPolicy').some(({ backendHosts }) => backendHosts.some(leadsHere)) ||
    view.all('apimPolicyFragment').some(({ backendHosts }) => backendHosts.some(leadsHere))
  );
}

export default defineRule({
  id: 'ai-gateway-bypass',
  subject: 'aiAccount',
  needs: [...gatewayKinds, 'perimeterAssociation'],
  title: 'Models behind an AI gateway can be called past it',
  severity: 'medium',
  why: 'Limits, logs and content checks of the gateway bind nobody who calls the account itself, from the internet or with a key. A gateway in another subscription is not seen here.',
  fix: {
    text: 'Let in the network of the gateway only, and turn keys off so that the identity of the gateway is the caller.',
    cli: 'az resource update --ids ACCOUNT_ID --set properties.publicNetworkAccess=Disabled properties.disableLocalAuth=true',
    bicep: "properties: { publicNetworkAccess: 'Disabled', disableLocalAuth: true }",
  },
  references: ['https://learn.microsoft.com/azure/api-management/genai-gateway-capabilities'],
  controls: { mcsb: ['NS-2'], owaspLlm2025: ['LLM10'], owaspLlm2026: ['LLM06'] },
  check: (account, view) => {
    if (!isFronted(account, view)) return notApplicable('no API Management gateway of this subscription leads here');
    const reach = reachVerdict(account, view);
    const open = reach.status === 'fail' ? [reach.evidence] : [];
    if (!account.localAuthDisabled) open.push('disableLocalAuth is false');
    return open.length === 0 ? pass : fail(`a gateway leads here and ${open.join('; ')}`);
  },
});
