import type { Project } from '../../model/ai';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base, toIdentity } from '../base';
import { isTrue } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';
import { urlAt } from '../url';

/** A Foundry project; Azure names it "account/project", the model by its own name. */
export const toProject = (body: Body, account?: Resource): Project => ({
  ...base('project', body, account),
  identity: toIdentity(body),
  isDefault: isTrue(body, 'properties', 'isDefault'),
  endpoint: urlAt(body, 'properties', 'endpoints', 'AI Foundry API'),
});

export default childCollector({
  kind: 'project',
  parents: ['aiAccount'],
  permissions: ['Microsoft.CognitiveServices/accounts/projects/read'],
  applies: (account) => account.kind === 'aiAccount' && account.allowProjectManagement,
  read: (azure, account) =>
    azure.list(`${account.id}/projects`, versionOf('microsoft.cognitiveservices/accounts/projects')),
  convert: (body, account) => ({ resource: toProject(body, account) }),
});
