import type { ManagedIdentity } from '../../model/safeguards';
import { base } from '../base';
import { idAt } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { resourcesQuery } from '../queries';

/** A user-assigned identity. */
export const toManagedIdentity = (body: Body): ManagedIdentity => ({
  ...base('managedIdentity', body),
  principalId: idAt(body, 'properties', 'principalId'),
});

export default surveyCollector({
  kind: 'managedIdentity',
  permissions: ['Microsoft.ManagedIdentity/userAssignedIdentities/read'],
  query: resourcesQuery,
  types: ['microsoft.managedidentity/userassignedidentities'],
  convert: (row) => ({ resource: toManagedIdentity(row) }),
});
