import type { PolicyExemption } from '../../model/governance';
import { base } from '../base';
import { idAt, instant, part, word } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { policyQuery } from '../queries';
import { scopeOf } from '../scope';

/** An exemption from an assignment; it holds for the resource or scope it is written on. No `expiresOn` = it does not end. */
export function toPolicyExemption(body: Body): PolicyExemption {
  const properties = part(body, 'properties');
  return {
    ...base('policyExemption', body),
    scope: scopeOf(body),
    policyAssignmentId: idAt(properties, 'policyAssignmentId'),
    category: word(['Waiver', 'Mitigated'], '', properties, 'exemptionCategory'),
    expiresOn: instant(properties, 'expiresOn'),
  };
}

export default surveyCollector({
  kind: 'policyExemption',
  permissions: ['Microsoft.Authorization/policyExemptions/read'],
  query: policyQuery,
  types: ['microsoft.authorization/policyexemptions'],
  convert: (row) => ({ resource: toPolicyExemption(row) }),
});
