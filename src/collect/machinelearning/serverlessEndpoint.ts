import type { ServerlessEndpoint } from '../../model/ml';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { childCollector } from '../collector';
import type { Body } from '../collector';
import { toEndpoint } from './endpoint';

export const toServerlessEndpoint = (body: Body, workspace?: Resource): ServerlessEndpoint =>
  toEndpoint('serverlessEndpoint', body, workspace);

export default childCollector({
  kind: 'serverlessEndpoint',
  parents: ['mlWorkspace'],
  permissions: ['Microsoft.MachineLearningServices/workspaces/serverlessEndpoints/read'],
  read: (azure, workspace) =>
    azure.list(
      `${workspace.id}/serverlessEndpoints`,
      versionOf('microsoft.machinelearningservices/workspaces/serverlessendpoints'),
    ),
  convert: (body, workspace) => ({ resource: toServerlessEndpoint(body, workspace) }),
});
