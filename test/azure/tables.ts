import { toArmPath, typeOf } from './armPath';
import type { Tenant } from './arm';
import { recased } from './quirks';
import { subscriptionIdOf } from './scopes';
import type { ArmBody } from './tenant';

export type Row = Record<string, unknown>;

/** Children that Resource Graph holds beside the top-level resources. Deployments, guardrails, connections, projects, computes and so on are not there. */
const indexedChildren = new Set([
  'microsoft.machinelearningservices/workspaces/onlineendpoints',
  'microsoft.machinelearningservices/workspaces/onlineendpoints/deployments',
  'microsoft.machinelearningservices/workspaces/batchendpoints',
  'microsoft.machinelearningservices/workspaces/batchendpoints/deployments',
  'microsoft.machinelearningservices/workspaces/serverlessendpoints',
  'microsoft.machinelearningservices/workspaces/inferencepools',
  'microsoft.compute/virtualmachines/extensions',
  'microsoft.network/privatednszones/virtualnetworklinks',
  'microsoft.web/sites/slots',
  'microsoft.sql/servers/databases',
  'microsoft.apimanagement/service/gateways',
]);

const notResources = /^microsoft\.(authorization|security|policyinsights|resources|management|resourcehealth)\//;
const extensions =
  /^microsoft\.insights\/(diagnosticsettings|metrics|metricdefinitions|eventtypes)|^microsoft\.consumption\//;

/** The table that holds this type, null when Resource Graph does not hold it at all. */
export function tableOf(type: string): string | null {
  const special = specialTables.find(([pattern]) => pattern.test(type));
  if (special !== undefined) {
    return special[1];
  }
  if (notResources.test(type) || extensions.test(type)) {
    return null;
  }
  return type.split('/').length === 2 || indexedChildren.has(type) ? 'resources' : null;
}

const specialTables: readonly (readonly [RegExp, string])[] = [
  [/^microsoft\.resources\/subscriptions(\/resourcegroups)?$/, 'resourcecontainers'],
  [/^microsoft\.resources\/resourcegroups$/, 'resourcecontainers'],
  [/^microsoft\.management\/managementgroups$/, 'resourcecontainers'],
  [/^microsoft\.security\//, 'securityresources'],
  [/^microsoft\.authorization\/(roleassignments|roledefinitions|classicadministrators)$/, 'authorizationresources'],
  [/^microsoft\.authorization\/policy(assignments|exemptions|definitions|setdefinitions)$/, 'policyresources'],
  [/^microsoft\.policyinsights\/policystates$/, 'policyresources'],
  [/^microsoft\.network\/(private)?dnszones\/(a|aaaa|caa|cname|mx|ns|ptr|soa|srv|txt)$/, 'dnsresources'],
  [/^microsoft\.web\/sites\/config$/, 'appserviceresources'],
];

/** Columns of every table. Absent text is '', absent objects are null. `systemData` is not in the published list: see `read` in resourceGraph. */
export const columns = new Set([
  ...[
    'id',
    'name',
    'type',
    'tenantId',
    'kind',
    'location',
    'resourceGroup',
    'subscriptionId',
    'managedBy',
    'sku',
    'plan',
  ],
  ...['properties', 'tags', 'identity', 'zones', 'extendedLocation', 'systemData'],
]);

/** Names of the tables that answer; the last three exist and are empty here. */
export const tables = new Set([
  ...['resources', 'resourcecontainers', 'securityresources', 'authorizationresources', 'policyresources'],
  ...['resourcechanges', 'appserviceresources', 'resourcecontainerchanges', 'networkresources', 'insightresources'],
  ...['dnsresources'],
]);

/** All rows of a table, read afresh from the estate. */
export function rowsOf(table: string, { estate, index, knobs }: Tenant): Row[] {
  const show = (body: ArmBody): Row => toRow(body, estate.tenantId, knobs.quirks);
  if (table === 'resourcechanges') {
    return estate.changes.map((body) => changeRow(body, estate.tenantId));
  }
  if (table === 'resourcecontainers') {
    const groups = index.byType.get('microsoft.resources/resourcegroups') ?? [];
    const nested = index.byType.get('microsoft.resources/subscriptions/resourcegroups') ?? [];
    const containers = [...groups, ...nested, ...estate.managementGroups].map(show);
    return [...estate.subscriptions.map((body) => subscriptionRow(body, estate.tenantId)), ...containers];
  }
  const types = [...index.byType].filter(([type]) => tableOf(type) === table);
  return types.flatMap(([, bodies]) => bodies.map(show));
}

function toRow(body: ArmBody, tenantId: string, quirks: boolean): Row {
  const path = toArmPath(body.id);
  const type = typeOf(body).replace(
    /^microsoft\.resources\/resourcegroups$/,
    'microsoft.resources/subscriptions/resourcegroups',
  );
  return {
    ...blank,
    ...body,
    id: quirks ? recased(body.id) : body.id,
    name: body.name ?? body.id.slice(body.id.lastIndexOf('/') + 1),
    type,
    tenantId,
    subscriptionId: path.subscriptionId,
    resourceGroup: path.resourceGroup.toLowerCase(),
    location: typeof body['location'] === 'string' ? body['location'].toLowerCase().replaceAll(' ', '') : '',
  };
}

const blank: Row = {
  ...{ kind: '', managedBy: '', sku: null, plan: null, properties: null, tags: null },
  ...{ identity: null, zones: null, extendedLocation: null, systemData: null },
};

function subscriptionRow(body: ArmBody, tenantId: string): Row {
  const subscriptionId = subscriptionIdOf(body);
  const properties = {
    state: body['state'],
    subscriptionPolicies: null,
    managementGroupAncestorsChain: [],
    ...own(body),
  };
  return {
    ...blank,
    id: body.id,
    name: body['displayName'],
    type: 'microsoft.resources/subscriptions',
    ...{ tenantId, subscriptionId, resourceGroup: '', location: '', properties, tags: body['tags'] ?? null },
  };
}

const own = (body: ArmBody): Row => (body['properties'] ?? {}) as Row;

/** A change row keeps its id; its subscription is that of the changed resource. */
function changeRow(body: ArmBody, tenantId: string): Row {
  const target = own(body)['targetResourceId'];
  const path = toArmPath(typeof target === 'string' ? target : body.id);
  const { subscriptionId } = path;
  const type = 'microsoft.resources/changes';
  return {
    ...blank,
    location: '',
    name: '',
    ...body,
    type,
    tenantId,
    subscriptionId,
    resourceGroup: path.resourceGroup.toLowerCase(),
  };
}
