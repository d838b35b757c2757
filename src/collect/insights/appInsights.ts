import type { AppInsights } from '../../model/surroundings';
import { base } from '../base';
import { idAt, isTrue, part } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { publicNetworkAccess } from '../network';
import { resourcesQuery } from '../queries';

/** An Application Insights component; its connection string and instrumentation key are left out. Absent network access = Enabled. */
export function toAppInsights(body: Body): AppInsights {
  const properties = part(body, 'properties');
  return {
    ...base('appInsights', body),
    localAuthDisabled: isTrue(properties, 'DisableLocalAuth'),
    publicNetworkAccessForIngestion: publicNetworkAccess(properties, 'publicNetworkAccessForIngestion'),
    publicNetworkAccessForQuery: publicNetworkAccess(properties, 'publicNetworkAccessForQuery'),
    workspaceId: idAt(properties, 'WorkspaceResourceId'),
  };
}

export default surveyCollector({
  kind: 'appInsights',
  permissions: ['Microsoft.Insights/components/read'],
  query: resourcesQuery,
  types: ['microsoft.insights/components'],
  convert: (row) => ({ resource: toAppInsights(row) }),
});
