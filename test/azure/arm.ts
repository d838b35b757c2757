import { activityLog } from './activityLog';
import { armError, ok, parameter, without } from './answer';
import type { Answer, Call } from './answer';
import { authorizationFailed, parentNotFound, resourceNotFound, subscriptionNotFound } from './armErrors';
import { toArmPath } from './armPath';
import type { ArmPath } from './armPath';
import { builtIn, overScopes } from './authorization';
import type { EstateIndex } from './estateIndex';
import type { Knobs } from './knobs';
import { metrics } from './metrics';
import { page } from './paging';
import { listed } from './quirks';
import { groupsAbove, subscriptionIdOf } from './scopes';
import type { ArmBody, Estate } from './tenant';

/** What the rooms of the simulator answer from. */
export interface Tenant {
  estate: Estate;
  index: EstateIndex;
  knobs: Knobs;
  /** Object id of the identity that calls. */
  objectId: string;
}

/** Azure Resource Manager, reads only: any id, any list, driven by the estate alone. */
export function arm(call: Call, tenant: Tenant): Answer {
  const path = toArmPath(call.path);
  return refusal(call, path, tenant) ?? special(call, path, tenant) ?? single(path, tenant) ?? list(call, path, tenant);
}

function refusal(call: Call, path: ArmPath, { knobs, index, objectId }: Tenant): Answer | null {
  if ((parameter(call.query, 'api-version') ?? '') === '') {
    const message = 'The api-version query parameter (?api-version=) is required for all requests.';
    return armError(400, 'MissingApiVersionParameter', message);
  }
  if (!isVisible(path.subscriptionId, knobs, index)) {
    return subscriptionNotFound(path.subscriptionId);
  }
  if (knobs.denySubscriptions.has(path.subscriptionId) || knobs.denyPaths.some((denied) => denied.test(call.path))) {
    return authorizationFailed(path, call.path, objectId);
  }
  return knobs.notFoundPaths.some((missing) => missing.test(call.path)) ? resourceNotFound(path) : null;
}

function isVisible(subscriptionId: string, knobs: Knobs, index: EstateIndex): boolean {
  return (
    subscriptionId === '' ||
    (!knobs.hideSubscriptions.has(subscriptionId) && index.byId.has(`/subscriptions/${subscriptionId}`))
  );
}

function special(call: Call, path: ArmPath, tenant: Tenant): Answer | null {
  const { estate, knobs } = tenant;
  if (path.key === '/subscriptions') {
    const shown = estate.subscriptions.filter((body) => !knobs.hideSubscriptions.has(subscriptionIdOf(body)));
    return page(call, shown, knobs, (body) => toRest(body, estate));
  }
  if (path.key === '/tenants') {
    return page(call, [{ id: `/tenants/${estate.tenantId}`, tenantId: estate.tenantId }], knobs);
  }
  if (path.key.endsWith('/providers/microsoft.insights/eventtypes/management/values')) {
    return activityLog(call, path.subscriptionId, estate, knobs);
  }
  if (path.key.endsWith('/providers/microsoft.insights/metrics')) {
    return metrics(call, path, estate, tenant.index);
  }
  if (path.key.endsWith('/providers/microsoft.authorization/permissions')) {
    return page(call, knobs.permissions, knobs);
  }
  return path.key.startsWith('/providers/microsoft.management/managementgroups/') ? below(call, path, tenant) : null;
}

function single(path: ArmPath, { index, estate }: Tenant): Answer | null {
  const body = index.byId.get(path.key) ?? builtIn(path, index);
  if (body !== undefined) {
    return ok(toRest(body, estate));
  }
  return path.isList ? null : resourceNotFound(path);
}

function list(call: Call, path: ArmPath, { estate, index, knobs }: Tenant): Answer {
  if (!exists(path.parent, index)) {
    return parentNotFound(path);
  }
  const bodies = overScopes(call, path, index) ?? index.lists.get(path.key) ?? [];
  return page(call, bodies, knobs, (body) => toRest(knobs.quirks ? listed(body) : body, estate));
}

/** Subscriptions below a management group, however deep, as its `subscriptions` and `descendants` lists tell them: the latter plainly. */
function below(call: Call, path: ArmPath, { estate, index, knobs }: Tenant): Answer | null {
  if (!/\/(subscriptions|descendants)$/.test(path.key) || !index.known.has(path.parent)) {
    return null;
  }
  const found = estate.subscriptions.filter((body) => groupsAbove(index, subscriptionIdOf(body)).includes(path.parent));
  const plain = path.key.endsWith('/descendants');
  const rows = found.map((body) => ({
    id: `${plain ? '' : path.parent}/subscriptions/${subscriptionIdOf(body)}`,
    type: plain ? '/subscriptions' : 'Microsoft.Management/managementGroups/subscriptions',
    name: subscriptionIdOf(body),
    properties: { displayName: body['displayName'], parent: { id: groupsAbove(index, subscriptionIdOf(body))[0] } },
  }));
  return page(call, rows, knobs);
}

/** Singletons such as `blobServices/default` and locations need no body to have children. */
function exists(key: string, index: EstateIndex): boolean {
  if (index.known.has(key)) {
    return true;
  }
  const path = toArmPath(key);
  return /\/(default|locations\/[^/]+)$/.test(key) && exists(path.parent, index);
}

/** Model catalogues are lists of plain records. */
const catalogueEntry = /\/(locations\/[^/]+|accounts\/[^/]+)\/models\/[^/]+$/i;

/** What REST shows of a body: Resource Graph's own columns of subscriptions and management groups are left out. */
function toRest(body: ArmBody, estate: Estate): unknown {
  const key = body.id.toLowerCase();
  if (/^\/subscriptions\/[^/]+$/.test(key)) {
    return without(body, 'properties');
  }
  if (/^\/providers\/microsoft\.management\/managementgroups\/[^/]+$/.test(key)) {
    const { displayName } = body['properties'] as { displayName: string };
    const properties = { tenantId: estate.tenantId, displayName };
    return { id: body.id, type: 'Microsoft.Management/managementGroups', name: body.name, properties };
  }
  return catalogueEntry.test(key) ? without(body, 'id', 'type') : body;
}
