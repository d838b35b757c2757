import type { Assessment } from '../../model/governance';
import { base } from '../base';
import { idAt, instant, oneOf, part, text } from '../body';
import { surveyCollector } from '../collector';
import type { Body, Converted } from '../collector';
import { securityQuery } from '../queries';
import { scopeOf } from '../scope';
import { isInventoried } from './aiTypes';

/** `resourceDetails` spells its id `Id`, `id` or `ResourceId`; the id of the assessment begins with it anyway. */
const resourceIdOf = (body: Body): string => {
  const details = part(body, 'properties', 'resourceDetails');
  return idAt(details, 'Id') || idAt(details, 'ResourceId') || scopeOf(body);
};

const guidOf = (policyDefinitionId: string): string =>
  policyDefinitionId.slice(policyDefinitionId.lastIndexOf('/') + 1);

/** Defender's verdict on one resource. `additionalData` and remediation texts are left out. */
export function toAssessment(body: Body): Assessment {
  const properties = part(body, 'properties');
  const status = part(properties, 'status');
  const fixed = base('assessment', body);
  return {
    ...fixed,
    assessmentKey: fixed.name.toLowerCase(),
    displayName: text(properties, 'displayName') || text(properties, 'metadata', 'displayName'),
    resourceId: resourceIdOf(body),
    code: oneOf(['Healthy', 'Unhealthy', 'NotApplicable'], 'Unrecognised', status, 'code'),
    cause: text(status, 'cause'),
    statusChangedAt: instant(status, 'statusChangeDate'),
    firstEvaluatedAt: instant(status, 'firstEvaluationDate'),
    severity: text(properties, 'metadata', 'severity'),
    policyDefinitionId: guidOf(idAt(properties, 'metadata', 'policyDefinitionId')),
  };
}

const convert = (row: Body): Converted<'assessment'> | null => {
  const resource = toAssessment(row);
  return isInventoried(resource.resourceId) ? { resource } : null;
};

export default surveyCollector({
  kind: 'assessment',
  permissions: ['Microsoft.Security/assessments/read'],
  query: securityQuery,
  types: ['microsoft.security/assessments'],
  convert,
});
