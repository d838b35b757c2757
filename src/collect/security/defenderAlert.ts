import type { DefenderAlert } from '../../model/governance';
import { base } from '../base';
import { idAt, instant, part, parts, text, word } from '../body';
import { surveyCollector } from '../collector';
import type { Body, Converted } from '../collector';
import { securityQuery } from '../queries';
import { isAi } from './aiTypes';

const toResourceIds = (properties: Body): readonly string[] => {
  const named = parts(properties, 'resourceIdentifiers').map((resource) => idAt(resource, 'azureResourceId'));
  const associated = idAt(properties, 'associatedResource');
  return [...new Set([...named, associated].filter((id) => id.startsWith('/')))].sort();
};

/** An alert. Entities, extended properties and evidence may quote prompts and are left out. */
export function toDefenderAlert(body: Body): DefenderAlert {
  const properties = part(body, 'properties');
  return {
    ...base('defenderAlert', body),
    alertType: text(properties, 'alertType'),
    displayName: text(properties, 'alertDisplayName'),
    severity: text(properties, 'severity'),
    status: word(['Active', 'InProgress', 'Dismissed', 'Resolved'], '', properties, 'status'),
    startedAt: instant(properties, 'startTimeUtc'),
    resourceIds: toResourceIds(properties),
  };
}

const isAboutAi = ({ alertType, resourceIds }: DefenderAlert): boolean =>
  /^ai\.|azure_agentic/i.test(alertType) || resourceIds.some(isAi);

const convert = (row: Body): Converted<'defenderAlert'> | null => {
  const resource = toDefenderAlert(row);
  return isAboutAi(resource) ? { resource } : null;
};

export default surveyCollector({
  kind: 'defenderAlert',
  permissions: ['Microsoft.Security/alerts/read'],
  query: securityQuery,
  types: ['microsoft.security/locations/alerts'],
  convert,
});
