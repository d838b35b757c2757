import type { OnlineDeployment } from '../../model/ml';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { childCollector } from '../collector';
import type { Body } from '../collector';
import { toEndpointDeployment } from './endpointDeployment';

export const toOnlineDeployment = (body: Body, endpoint?: Resource): OnlineDeployment =>
  toEndpointDeployment('onlineDeployment', body, endpoint);

export default childCollector({
  kind: 'onlineDeployment',
  parents: ['onlineEndpoint'],
  permissions: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read'],
  read: (azure, endpoint) =>
    azure.list(
      `${endpoint.id}/deployments`,
      versionOf('microsoft.machinelearningservices/workspaces/onlineendpoints/deployments'),
    ),
  convert: (body, endpoint) => ({ resource: toOnlineDeployment(body, endpoint) }),
});
