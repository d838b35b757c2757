import type { Subscription } from '../../model/governance';
import { base } from '../base';
import { idAt, parts, text } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { containersQuery } from '../queries';

/** Management groups above, nearest first: a row names them, the id is made of the name. */
export const toAncestors = (value: unknown, ...path: readonly string[]): readonly string[] =>
  parts(value, ...path, 'managementGroupAncestorsChain')
    .map((group) => idAt(group, 'name'))
    .filter(Boolean)
    .map((name) => `/providers/microsoft.management/managementgroups/${name}`);

/** A subscription from `resourcecontainers`, where `name` is the display name, or from `GET /subscriptions`, which has no `properties`. */
export const toSubscription = (body: Body): Subscription => ({
  ...base('subscription', body),
  displayName: text(body, 'displayName') || text(body, 'properties', 'displayName') || text(body, 'name'),
  state: text(body, 'properties', 'state') || text(body, 'state'),
  tenantId: idAt(body, 'tenantId'),
  managementGroupIds: toAncestors(body, 'properties'),
});

export default surveyCollector({
  kind: 'subscription',
  permissions: ['Microsoft.Resources/subscriptions/read'],
  query: containersQuery,
  types: ['microsoft.resources/subscriptions'],
  convert: (row) => ({ resource: toSubscription(row) }),
});
