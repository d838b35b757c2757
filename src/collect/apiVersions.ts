/**
 * Where Microsoft's published descriptions cover the answers of a row: `swagger` = operations with example answers, `bicep body` =
 * the resource body alone, `none` = neither was at hand, so that the simulated tenant's answer is held against nothing.
 */
type Described = 'swagger' | 'bicep body' | 'none';

interface ApiVersion {
  readonly version: string;
  readonly described: Described;
}

const row = (version: string, described: Described): ApiVersion => ({ version, described });

const ai = row('2025-12-01', 'bicep body');
const preview = row('2026-05-15-preview', 'none');
const ml = row('2025-12-01', 'bicep body');
const storage = row('2023-05-01', 'swagger');
const search = row('2025-05-01', 'bicep body');
const apim = row('2024-05-01', 'none');
const vault = row('2024-11-01', 'bicep body');

/**
 * The one table of api-versions: ARM type, lower-case, to the version that is asked. Stable versions wherever there is one; 2025-12-01
 * of Cognitive Services is the first stable one with `action` on content filters.
 */
export const apiVersions = {
  'microsoft.cognitiveservices/accounts': ai,
  'microsoft.cognitiveservices/accounts/deployments': ai,
  'microsoft.cognitiveservices/accounts/raipolicies': ai,
  'microsoft.cognitiveservices/accounts/raiblocklists': ai,
  'microsoft.cognitiveservices/accounts/raiblocklists/raiblocklistitems': ai,
  'microsoft.cognitiveservices/accounts/projects': ai,
  'microsoft.cognitiveservices/accounts/connections': ai,
  'microsoft.cognitiveservices/accounts/projects/connections': ai,
  'microsoft.cognitiveservices/accounts/capabilityhosts': ai,
  'microsoft.cognitiveservices/accounts/projects/capabilityhosts': ai,
  'microsoft.cognitiveservices/accounts/defenderforaisettings': ai,
  'microsoft.cognitiveservices/accounts/networksecurityperimeterconfigurations': ai,
  'microsoft.cognitiveservices/accounts/managednetworks': ai,
  'microsoft.cognitiveservices/accounts/projects/applications': ai,
  'microsoft.cognitiveservices/accounts/raitoollabels': ai,
  // Only this preview tells computes, workbenches and, of guardrails, `egressPolicy`.
  'microsoft.cognitiveservices/accounts/computes': preview,
  'microsoft.cognitiveservices/accounts/projects/workbenches': preview,
  'microsoft.cognitiveservices/accounts/raipolicies/egresspolicy': preview,
  'microsoft.cognitiveservices/raiexternalsafetyproviders': ai,
  'microsoft.cognitiveservices/locations/resourcegroups/deletedaccounts': ai,
  'microsoft.cognitiveservices/locations/models': row('2025-12-01', 'none'),
  'microsoft.machinelearningservices/workspaces': ml,
  'microsoft.machinelearningservices/workspaces/connections': ml,
  'microsoft.machinelearningservices/workspaces/computes': ml,
  'microsoft.machinelearningservices/workspaces/datastores': ml,
  'microsoft.machinelearningservices/workspaces/onlineendpoints': ml,
  'microsoft.machinelearningservices/workspaces/onlineendpoints/deployments': ml,
  'microsoft.machinelearningservices/workspaces/batchendpoints': ml,
  'microsoft.machinelearningservices/workspaces/batchendpoints/deployments': ml,
  'microsoft.machinelearningservices/workspaces/serverlessendpoints': ml,
  'microsoft.machinelearningservices/workspaces/models': ml,
  'microsoft.machinelearningservices/workspaces/models/versions': ml,
  'microsoft.machinelearningservices/workspaces/environments': ml,
  'microsoft.machinelearningservices/workspaces/environments/versions': ml,
  'microsoft.machinelearningservices/workspaces/data': ml,
  'microsoft.machinelearningservices/workspaces/data/versions': ml,
  'microsoft.machinelearningservices/registries': ml,
  'microsoft.machinelearningservices/registries/data': ml,
  'microsoft.machinelearningservices/registries/data/versions': ml,
  'microsoft.machinelearningservices/registries/models': ml,
  'microsoft.machinelearningservices/registries/models/versions': ml,
  'microsoft.machinelearningservices/registries/environments': ml,
  'microsoft.machinelearningservices/registries/environments/versions': ml,
  'microsoft.search/searchservices': search,
  'microsoft.search/searchservices/networksecurityperimeterconfigurations': search,
  'microsoft.botservice/botservices': row('2022-09-15', 'none'),
  'microsoft.databricks/workspaces': row('2024-05-01', 'none'),
  'microsoft.apimanagement/service': apim,
  // Earlier versions do not show MCP servers (page on managing MCP servers by REST).
  'microsoft.apimanagement/service/apis': row('2025-09-01-preview', 'none'),
  'microsoft.apimanagement/service/policies': apim,
  'microsoft.apimanagement/service/apis/policies': apim,
  'microsoft.apimanagement/service/policyfragments': apim,
  'microsoft.apimanagement/service/backends': apim,
  'microsoft.apimanagement/service/namedvalues': apim,
  'microsoft.apimanagement/service/subscriptions': apim,
  'microsoft.storage/storageaccounts': storage,
  'microsoft.storage/storageaccounts/blobservices': storage,
  'microsoft.storage/storageaccounts/blobservices/containers': storage,
  'microsoft.storage/storageaccounts/managementpolicies': storage,
  'microsoft.storage/storageaccounts/localusers': storage,
  'microsoft.storage/storageaccounts/networksecurityperimeterconfigurations': storage,
  'microsoft.keyvault/vaults': vault,
  'microsoft.keyvault/vaults/keys': vault,
  'microsoft.keyvault/vaults/secrets': vault,
  'microsoft.keyvault/vaults/networksecurityperimeterconfigurations': row('2024-11-01', 'none'),
  'microsoft.containerregistry/registries': row('2025-04-01', 'none'),
  'microsoft.documentdb/databaseaccounts': row('2024-11-15', 'none'),
  'microsoft.insights/components': row('2020-02-02', 'none'),
  'microsoft.insights/diagnosticsettings': row('2021-05-01-preview', 'swagger'),
  'microsoft.insights/eventtypes/values': row('2015-04-01', 'none'),
  'microsoft.insights/metrics': row('2023-10-01', 'none'),
  'microsoft.insights/metricalerts': row('2018-03-01', 'none'),
  'microsoft.operationalinsights/workspaces': row('2023-09-01', 'none'),
  'microsoft.network/privateendpoints': row('2024-05-01', 'none'),
  'microsoft.network/privateendpoints/privatednszonegroups': row('2024-05-01', 'none'),
  'microsoft.network/virtualnetworks': row('2024-05-01', 'none'),
  'microsoft.network/dnszones/cname': row('2018-05-01', 'none'),
  'microsoft.managedidentity/userassignedidentities': row('2023-01-31', 'none'),
  'microsoft.managedidentity/userassignedidentities/federatedidentitycredentials': row('2023-01-31', 'none'),
  'microsoft.app/containerapps': row('2025-01-01', 'none'),
  'microsoft.app/jobs': row('2025-01-01', 'none'),
  'microsoft.app/managedenvironments': row('2025-01-01', 'none'),
  'microsoft.containerinstance/containergroups': row('2023-05-01', 'none'),
  'microsoft.web/sites': row('2023-12-01', 'swagger'),
  'microsoft.web/sites/config': row('2023-12-01', 'swagger'),
  'microsoft.resources/deployments': row('2024-07-01', 'swagger'),
  'microsoft.compute/virtualmachines': row('2024-07-01', 'none'),
  'microsoft.compute/virtualmachines/extensions': row('2024-07-01', 'none'),
  'microsoft.compute/virtualmachinescalesets': row('2024-07-01', 'none'),
  'microsoft.network/networkinterfaces': row('2024-05-01', 'none'),
  'microsoft.network/networksecuritygroups': row('2024-05-01', 'none'),
  'microsoft.containerservice/managedclusters': row('2025-01-01', 'none'),
  'microsoft.logic/workflows': row('2019-05-01', 'none'),
  'microsoft.consumption/budgets': row('2023-05-01', 'none'),
  'microsoft.authorization/denyassignments': row('2022-04-01', 'swagger'),
  'microsoft.authorization/roleeligibilityscheduleinstances': row('2020-10-01', 'none'),
  'microsoft.authorization/locks': row('2016-09-01', 'none'),
  'microsoft.security/securitycontacts': row('2023-12-01-preview', 'swagger'),
  'microsoft.authorization/roleassignments': row('2022-04-01', 'swagger'),
  'microsoft.authorization/roledefinitions': row('2022-04-01', 'swagger'),
  'microsoft.authorization/policyassignments': row('2024-05-01', 'none'),
  'microsoft.authorization/policyexemptions': row('2022-07-01-preview', 'none'),
  'microsoft.security/assessments': row('2021-06-01', 'swagger'),
  'microsoft.security/assessmentmetadata': row('2021-06-01', 'swagger'),
  'microsoft.security/pricings': row('2024-01-01', 'swagger'),
  'microsoft.security/locations/alerts': row('2022-01-01', 'swagger'),
  'microsoft.resources/subscriptions': row('2022-12-01', 'swagger'),
  'microsoft.management/managementgroups': row('2023-04-01', 'swagger'),
} as const satisfies Readonly<Record<string, ApiVersion>>;

export type ArmType = keyof typeof apiVersions;

/** The api-version of a type of the table. */
export const versionOf = (type: ArmType): string => apiVersions[type].version;

/** ARM type of an id, lower-case: the namespace after the last `providers` and every second segment from there; '' for a scope. */
export function typeOf(id: string): string {
  const segments = id.toLowerCase().split('/').filter(Boolean);
  const from = segments.lastIndexOf('providers');
  if (from < 0)
    return segments.length === 2 && segments[0] === 'subscriptions' ? 'microsoft.resources/subscriptions' : '';
  const names = segments.slice(from + 2).filter((_, index) => index % 2 === 0);
  return [segments[from + 1] ?? '', ...names].join('/');
}

/** The api-version with which the resource of this id is read; undefined for types that the table does not hold. */
export function apiVersionFor(id: string): string | undefined {
  const versions: Readonly<Record<string, ApiVersion>> = apiVersions;
  return versions[typeOf(id)]?.version;
}
