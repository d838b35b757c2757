import type { ManagementGroup } from '../../model/governance';
import { base } from '../base';
import { text } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { containersQuery } from '../queries';
import { toAncestors } from './subscription';

/** A management group; its ancestors stand one level deeper than those of a subscription. */
export const toManagementGroup = (body: Body): ManagementGroup => ({
  ...base('managementGroup', body),
  displayName: text(body, 'properties', 'displayName'),
  ancestorIds: toAncestors(body, 'properties', 'details'),
});

export default surveyCollector({
  kind: 'managementGroup',
  permissions: ['Microsoft.Management/managementGroups/read'],
  query: containersQuery,
  types: ['microsoft.management/managementgroups'],
  convert: (row) => ({ resource: toManagementGroup(row) }),
});
