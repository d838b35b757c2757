import type { ContainerEnvironment } from '../../model/workloads';
import { base } from '../base';
import { isTrue, oneOf, part } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { workloadsQuery } from '../queries';

/** An environment of container apps. Absent `publicNetworkAccess` follows `vnetConfiguration.internal` (Microsoft.App 2025-01-01). */
export function toContainerEnvironment(body: Body): ContainerEnvironment {
  const properties = part(body, 'properties');
  const internal = isTrue(properties, 'vnetConfiguration', 'internal');
  return {
    ...base('containerEnvironment', body),
    internal,
    publicNetworkAccess: oneOf(
      ['Enabled', 'Disabled'],
      internal ? 'Disabled' : 'Enabled',
      properties,
      'publicNetworkAccess',
    ),
  };
}

export default surveyCollector({
  kind: 'containerEnvironment',
  permissions: ['Microsoft.App/managedEnvironments/read'],
  query: workloadsQuery,
  types: ['microsoft.app/managedenvironments'],
  convert: (row) => ({ resource: toContainerEnvironment(row) }),
});
