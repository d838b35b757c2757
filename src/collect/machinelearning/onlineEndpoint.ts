import type { OnlineEndpoint } from '../../model/ml';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { childCollector } from '../collector';
import type { Body } from '../collector';
import { toEndpoint } from './endpoint';

export const toOnlineEndpoint = (body: Body, workspace?: Resource): OnlineEndpoint =>
  toEndpoint('onlineEndpoint', body, workspace);

export default childCollector({
  kind: 'onlineEndpoint',
  parents: ['mlWorkspace'],
  permissions: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
  read: (azure, workspace) =>
    azure.list(
      `${workspace.id}/onlineEndpoints`,
      versionOf('microsoft.machinelearningservices/workspaces/onlineendpoints'),
    ),
  convert: (body, workspace) => ({ resource: toOnlineEndpoint(body, workspace) }),
});
