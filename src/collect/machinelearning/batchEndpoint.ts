import type { BatchEndpoint } from '../../model/ml';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { childCollector } from '../collector';
import type { Body } from '../collector';
import { toEndpoint } from './endpoint';

export const toBatchEndpoint = (body: Body, workspace?: Resource): BatchEndpoint =>
  toEndpoint('batchEndpoint', body, workspace);

export default childCollector({
  kind: 'batchEndpoint',
  parents: ['mlWorkspace'],
  permissions: ['Microsoft.MachineLearningServices/workspaces/batchEndpoints/read'],
  read: (azure, workspace) =>
    azure.list(
      `${workspace.id}/batchEndpoints`,
      versionOf('microsoft.machinelearningservices/workspaces/batchendpoints'),
    ),
  convert: (body, workspace) => ({ resource: toBatchEndpoint(body, workspace) }),
});
