/**
 * The survey's Resource Graph queries: plain columns, nothing computed, so that what a row holds is what the resource provider wrote.
 * `type in~` compares without case; the order makes paging by skip token stable.
 */
const columns =
  'id, name, type, kind, location, subscriptionId, resourceGroup, tenantId, sku, identity, tags, properties';

const query = (table: string, types: readonly string[], more = ''): string =>
  `${table}\n| where type in~ (${types.map((type) => `'${type}'`).join(', ')})\n| project ${columns}${more}\n| order by id asc`;

export const containersQuery = query('resourcecontainers', [
  'microsoft.resources/subscriptions',
  'microsoft.management/managementgroups',
]);

export const resourcesQuery = query('resources', [
  'microsoft.cognitiveservices/accounts',
  'microsoft.machinelearningservices/workspaces',
  'microsoft.machinelearningservices/registries',
  'microsoft.search/searchservices',
  'microsoft.botservice/botservices',
  'microsoft.databricks/workspaces',
  'microsoft.apimanagement/service',
  'microsoft.storage/storageaccounts',
  'microsoft.keyvault/vaults',
  'microsoft.containerregistry/registries',
  'microsoft.documentdb/databaseaccounts',
  'microsoft.insights/components',
  'microsoft.network/privateendpoints',
  'microsoft.network/virtualnetworks',
  'microsoft.insights/metricalerts',
  'microsoft.operationalinsights/workspaces',
  'microsoft.managedidentity/userassignedidentities',
]);

export const authorizationQuery = query('authorizationresources', [
  'microsoft.authorization/roleassignments',
  'microsoft.authorization/roledefinitions',
]);

export const securityQuery = query('securityresources', [
  'microsoft.security/assessments',
  'microsoft.security/locations/alerts',
  'microsoft.security/attackpaths',
  'microsoft.security/locations/attackpaths',
]);

export const policyQuery = query('policyresources', [
  'microsoft.authorization/policyassignments',
  'microsoft.authorization/policyexemptions',
]);

/** What may run AI or hold a key of it. A query of its own: when it fails, the AI resources themselves are still known. */
export const workloadsQuery = query(
  'resources',
  [
    'microsoft.app/containerapps',
    'microsoft.app/jobs',
    'microsoft.app/managedenvironments',
    'microsoft.containerinstance/containergroups',
    'microsoft.web/sites',
    'microsoft.compute/virtualmachines',
    'microsoft.compute/virtualmachines/extensions',
    'microsoft.compute/virtualmachinescalesets',
    'microsoft.network/networkinterfaces',
    'microsoft.network/networksecuritygroups',
    'microsoft.containerservice/managedclusters',
    'microsoft.logic/workflows',
  ],
  ', plan',
);

export const dnsQuery = query('dnsresources', ['microsoft.network/dnszones/cname']);
