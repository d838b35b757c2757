import type { Connection } from '../../model/ai';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import type { ArmType } from '../apiVersions';
import { base } from '../base';
import { at, idAt, instant, isTrue, part, text, word } from '../body';
import { childCollector } from '../collector';
import type { AzureReader, Body } from '../collector';
import { exposedIn, exposedSecrets, readablesIn } from '../secrets/exposed';
import { hostAt, schemeAt } from '../url';

/** Words of `authType` that rules tell apart, in Azure's spelling. */
const authTypes = ['AAD', 'ManagedIdentity', 'OAuth2', 'None', 'ApiKey', 'AccountKey', 'AccessKey', 'CustomKeys'];

const ownerOf = (parent: Resource | undefined): Connection['owner'] => {
  if (parent?.kind === 'project') return 'project';
  return parent?.kind === 'mlWorkspace' ? 'workspace' : 'account';
};

/** Application Insights and storage connections carry the ARM id as their target. */
const targetIdOf = (properties: Body): string => {
  const target = idAt(properties, 'target');
  return idAt(properties, 'metadata', 'ResourceId') || (target.startsWith('/subscriptions/') ? target : '');
};

/** A connection: where it leads and how it signs in. `credentials`, further metadata and the query of the target are left out. */
export function toConnection(body: Body, parent?: Resource): Connection {
  const properties = part(body, 'properties');
  const shown = ['target', 'metadata'].flatMap((name) => readablesIn(at(properties, name), name));
  return {
    ...base('connection', body, parent),
    ...exposedSecrets(exposedIn(shown, true)),
    owner: ownerOf(parent),
    category: text(properties, 'category'),
    authType: word(authTypes, '', properties, 'authType'),
    targetHost: hostAt(properties, 'target'),
    targetScheme: schemeAt(properties, 'target'),
    targetResourceId: targetIdOf(properties),
    isSharedToAll: isTrue(properties, 'isSharedToAll'),
    expiryTime: instant(properties, 'expiryTime'),
  };
}

const types: Readonly<Record<Connection['owner'], ArmType>> = {
  account: 'microsoft.cognitiveservices/accounts/connections',
  project: 'microsoft.cognitiveservices/accounts/projects/connections',
  workspace: 'microsoft.machinelearningservices/workspaces/connections',
};

function read(azure: AzureReader, parent: Resource): AsyncGenerator<Body> {
  const owner = ownerOf(parent);
  // Without `includeAll` the account's list leaves out connections that other users own.
  const query = owner === 'account' ? '?includeAll=true' : '';
  return azure.list(`${parent.id}/connections${query}`, versionOf(types[owner]));
}

export default childCollector({
  kind: 'connection',
  parents: ['aiAccount', 'project', 'mlWorkspace'],
  permissions: [
    'Microsoft.CognitiveServices/accounts/connections/read',
    'Microsoft.CognitiveServices/accounts/projects/connections/read',
    'Microsoft.MachineLearningServices/workspaces/connections/read',
  ],
  read,
  convert: (body, parent) => ({ resource: toConnection(body, parent) }),
});
