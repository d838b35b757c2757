import type { LogWorkspace } from '../../model/safeguards';
import { base } from '../base';
import { whole } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { resourcesQuery } from '../queries';

/** A Log Analytics workspace. */
export const toLogWorkspace = (body: Body): LogWorkspace => ({
  ...base('logWorkspace', body),
  retentionInDays: whole(body, 'properties', 'retentionInDays'),
});

export default surveyCollector({
  kind: 'logWorkspace',
  permissions: ['Microsoft.OperationalInsights/workspaces/read'],
  query: resourcesQuery,
  types: ['microsoft.operationalinsights/workspaces'],
  convert: (row) => ({ resource: toLogWorkspace(row) }),
});
