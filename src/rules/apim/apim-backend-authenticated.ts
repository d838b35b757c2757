import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { aiApisLeadingTo, authenticates, gatewayKinds } from '../aiGateway';
import { isAiHost } from '../../model/aiHosts';

export default defineRule({
  id: 'apim-backend-authenticated',
  subject: 'apimBackend',
  needs: [...gatewayKinds],
  title: 'AI gateway calls a model backend without credentials',
  severity: 'medium',
  why: 'A backend that takes anonymous calls serves everyone who finds it, past the gateway; credentials that only a caller sends are those of the model.',
  fix: {
    text: 'Let the gateway sign in with its managed identity, in the backend or in the policy of every API that names it.',
    bicep: "properties: { credentials: { managedIdentity: { resource: 'https://cognitiveservices.azure.com' } } }",
  },
  references: [
    'https://learn.microsoft.com/azure/api-management/backends',
    'https://learn.microsoft.com/azure/api-management/authentication-managed-identity-policy',
  ],
  controls: { mcsb: ['IM-4'], owaspAgentic2026: ['ASI03'] },
  defender: {
    assessments: [],
    policies: ['c15dcc82-b93c-4dcb-9332-fbf121685b54'],
    names: ['API Management calls to API backends should be authenticated'],
    differs: 'Microsoft looks at the backend alone; a policy that signs in counts here.',
  },
  check: (backend, view) => {
    if (backend.members.length > 0) return notApplicable('a pool: its members are judged');
    const users = aiApisLeadingTo(backend, view);
    if (users.length === 0 && !isAiHost(backend.host)) return notApplicable('no AI API leads to this backend');
    const signedIn = users.length > 0 && users.every((api) => authenticates(api, view));
    return signedIn || backend.credentials.length > 0
      ? pass
      : fail('credentials are empty and not every policy that leads here authenticates');
  },
});
