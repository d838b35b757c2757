import type { BatchDeployment } from '../../model/ml';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { childCollector } from '../collector';
import type { Body } from '../collector';
import { toEndpointDeployment } from './endpointDeployment';

export const toBatchDeployment = (body: Body, endpoint?: Resource): BatchDeployment =>
  toEndpointDeployment('batchDeployment', body, endpoint);

export default childCollector({
  kind: 'batchDeployment',
  parents: ['batchEndpoint'],
  permissions: ['Microsoft.MachineLearningServices/workspaces/batchEndpoints/deployments/read'],
  read: (azure, endpoint) =>
    azure.list(
      `${endpoint.id}/deployments`,
      versionOf('microsoft.machinelearningservices/workspaces/batchendpoints/deployments'),
    ),
  convert: (body, endpoint) => ({ resource: toBatchDeployment(body, endpoint) }),
});
