import type { AgentApplication } from '../../model/ai';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { idAt, isNotFalse, part, parts, word } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';

const policies = ['Default', 'OrganizationScope', 'Channels'];

/** A published agent application of a Foundry project (2025-12-01). */
export function toAgentApplication(body: Body, project?: Resource): AgentApplication {
  const properties = part(body, 'properties');
  const identities = ['defaultInstanceIdentity', 'agentIdentityBlueprint'];
  const principalIds = identities.map((identity) => idAt(properties, identity, 'principalId')).filter(Boolean);
  return {
    ...base('agentApplication', body, project),
    isEnabled: isNotFalse(properties, 'isEnabled'),
    authorizationType: word(policies, '', properties, 'authorizationPolicy', 'type'),
    principalIds: [...new Set(principalIds)].sort(),
    agentCount: parts(properties, 'agents').length,
  };
}

/** Costs one request for each Foundry project. */
export default childCollector({
  kind: 'agentApplication',
  parents: ['project'],
  permissions: ['Microsoft.CognitiveServices/accounts/projects/applications/read'],
  read: (azure, project) =>
    azure.list(`${project.id}/applications`, versionOf('microsoft.cognitiveservices/accounts/projects/applications')),
  convert: (body, project) => ({ resource: toAgentApplication(body, project) }),
});
