import type { Datastore } from '../../model/ml';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { isTrue, part, text, textOr, word } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';

const credentialsTypes = ['None', 'AccountKey', 'Sas', 'ServicePrincipal', 'Certificate'];
const datastoreTypes = ['AzureBlob', 'AzureDataLakeGen1', 'AzureDataLakeGen2', 'AzureFile', 'OneLake'];

/** A datastore of a workspace. Absent `endpoint` = core.windows.net, as the clients of Azure ML take it. */
export function toDatastore(body: Body, workspace?: Resource): Datastore {
  const properties = part(body, 'properties');
  const container = ['containerName', 'filesystem', 'fileShareName', 'storeName'].map((name) => text(properties, name));
  return {
    ...base('datastore', body, workspace),
    datastoreType: word(datastoreTypes, '', properties, 'datastoreType'),
    credentialsType: word(credentialsTypes, '', properties, 'credentials', 'credentialsType'),
    accountName: text(properties, 'accountName'),
    containerName: container.find(Boolean) ?? '',
    endpointSuffix: textOr('core.windows.net', properties, 'endpoint').toLowerCase(),
    isDefault: isTrue(properties, 'isDefault'),
  };
}

export default childCollector({
  kind: 'datastore',
  parents: ['mlWorkspace'],
  permissions: ['Microsoft.MachineLearningServices/workspaces/datastores/read'],
  read: (azure, workspace) =>
    azure.list(`${workspace.id}/datastores`, versionOf('microsoft.machinelearningservices/workspaces/datastores')),
  convert: (body, workspace) => ({ resource: toDatastore(body, workspace) }),
});
