import type { DefenderAttackPath } from '../../model/governance';
import { base } from '../base';
import { at, entries, idAt, list, part, text } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { securityQuery } from '../queries';

/** Entities of the path's graph: a list in most rows, a map by name in some. */
const toEntities = (graph: Body): readonly unknown[] =>
  Array.isArray(at(graph, 'entities'))
    ? list(graph, 'entities')
    : entries(graph, 'entities').map(([, entity]) => entity);

/** An attack path that Defender found. The shape of its graph is not documented: what is not there yields no resource. */
export function toDefenderAttackPath(body: Body): DefenderAttackPath {
  const properties = part(body, 'properties');
  const ids = toEntities(part(properties, 'graphComponent')).map((entity) =>
    idAt(entity, 'entityIdentifiers', 'azureResourceId'),
  );
  return {
    ...base('defenderAttackPath', body),
    displayName: text(properties, 'displayName'),
    riskLevel: text(properties, 'riskLevel'),
    resourceIds: [...new Set(ids.filter(Boolean))].sort(),
  };
}

export default surveyCollector({
  kind: 'defenderAttackPath',
  permissions: ['Microsoft.Security/attackPaths/read'],
  query: securityQuery,
  types: ['microsoft.security/attackpaths', 'microsoft.security/locations/attackpaths'],
  convert: (row) => ({ resource: toDefenderAttackPath(row) }),
});
