import type { MetricAlert } from '../../model/safeguards';
import { base } from '../base';
import { isTrue, part, text, texts } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { resourcesQuery } from '../queries';

/** A metric alert rule; what it does when it fires is left out. */
export function toMetricAlert(body: Body): MetricAlert {
  const properties = part(body, 'properties');
  return {
    ...base('metricAlert', body),
    scopes: texts(properties, 'scopes').map((scope) => scope.toLowerCase().replace(/\/+$/, '')),
    isEnabled: isTrue(properties, 'enabled'),
    targetType: text(properties, 'targetResourceType').toLowerCase(),
    targetRegion: text(properties, 'targetResourceRegion').toLowerCase().replace(/\s/g, ''),
  };
}

export default surveyCollector({
  kind: 'metricAlert',
  permissions: ['Microsoft.Insights/metricAlerts/read'],
  query: resourcesQuery,
  types: ['microsoft.insights/metricalerts'],
  convert: (row) => ({ resource: toMetricAlert(row) }),
});
