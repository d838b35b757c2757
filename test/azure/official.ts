import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toArmPath } from './armPath';
import { guid, tenantId } from './builders/body';
import { connection } from './builders/connections';
import { managementGroup, subscription } from './builders/resources';
import { specIndex } from './conformanceSpecs';
import type { SwaggerOperation } from './conformanceSpecs';
import type { ArmBody, Estate } from './tenant';

const ml = 'microsoft.machinelearningservices';
const ai = 'microsoft.cognitiveservices/accounts';

/** Types whose examples are taken, and the kind under which an audit must hold them. */
const kinds: Readonly<Record<string, string>> = {
  [ai]: 'aiAccount',
  [`${ai}/deployments`]: 'deployment',
  [`${ai}/raipolicies`]: 'guardrail',
  [`${ai}/raiblocklists`]: 'blocklist',
  [`${ai}/defenderforaisettings`]: 'defenderForAiSetting',
  [`${ai}/networksecurityperimeterconfigurations`]: 'perimeterAssociation',
  [`${ml}/workspaces`]: 'mlWorkspace',
  [`${ml}/workspaces/connections`]: 'connection',
  [`${ml}/workspaces/computes`]: 'compute',
  [`${ml}/workspaces/datastores`]: 'datastore',
  [`${ml}/workspaces/onlineendpoints`]: 'onlineEndpoint',
  [`${ml}/workspaces/onlineendpoints/deployments`]: 'onlineDeployment',
  [`${ml}/workspaces/batchendpoints`]: 'batchEndpoint',
  [`${ml}/workspaces/batchendpoints/deployments`]: 'batchDeployment',
  [`${ml}/workspaces/serverlessendpoints`]: 'serverlessEndpoint',
  [`${ml}/workspaces/models/versions`]: 'modelVersion',
  [`${ml}/workspaces/environments/versions`]: 'environmentVersion',
  [`${ml}/registries`]: 'mlRegistry',
  [`${ml}/registries/models/versions`]: 'modelVersion',
  [`${ml}/registries/environments/versions`]: 'environmentVersion',
  'microsoft.search/searchservices': 'searchService',
  'microsoft.storage/storageaccounts': 'storageAccount',
  'microsoft.storage/storageaccounts/blobservices': 'blobService',
  'microsoft.storage/storageaccounts/blobservices/containers': 'blobContainer',
  'microsoft.keyvault/vaults': 'keyVault',
  'microsoft.insights/diagnosticsettings': 'diagnosticSetting',
  'microsoft.authorization/roleassignments': 'roleAssignment',
  'microsoft.authorization/roledefinitions': 'roleDefinition',
  'microsoft.security/pricings': 'defenderPlan',
  'microsoft.security/assessments': 'assessment',
  'microsoft.security/alerts': 'defenderAlert',
};

/** A body of Microsoft's that an audit must inventory: under which kind and lower-cased id, and where it comes from. */
export interface OfficialBody {
  readonly kind: string;
  readonly id: string;
  readonly file: string;
}

export interface OfficialEstate {
  readonly estate: Estate;
  readonly bodies: readonly OfficialBody[];
}

interface Example {
  readonly type: string;
  readonly body: Record<string, unknown>;
  readonly file: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function resourcesIn(answer: unknown): Record<string, unknown>[] {
  if (!isRecord(answer)) return [];
  const { value } = answer;
  return Array.isArray(value) ? value.filter(isRecord) : 'properties' in answer ? [answer] : [];
}

function examplesOf(specs: string, { path, examples }: SwaggerOperation): Example[] {
  const type = toArmPath(path).type.toLowerCase();
  return examples.flatMap((file) => {
    const { responses = {} } = JSON.parse(readFileSync(join(specs, file), 'utf8')) as {
      responses?: Record<string, { body?: unknown }>;
    };
    return resourcesIn(responses['200']?.body).map((body) => ({ type, body, file }));
  });
}

/** Same words under another id or from another version say nothing more. */
function distinct(examples: readonly Example[]): Example[] {
  const byText = new Map(
    examples.map(
      (example) => [`${example.type} ${JSON.stringify({ ...example.body, id: '', etag: '' })}`, example] as const,
    ),
  );
  return [...byText.values()];
}

const subscriptionId = guid('official subscription');
const group = `/subscriptions/${subscriptionId}/resourceGroups/rg-official`;

/** Children of which a parent has one, under a fixed name. */
const singletons = new Set(['microsoft.storage/storageaccounts/blobservices', `${ai}/defenderforaisettings`]);
const atSubscription = new Set([
  'microsoft.authorization/roleassignments',
  'microsoft.authorization/roledefinitions',
  'microsoft.security/pricings',
]);
const onAccount = new Set(['microsoft.insights/diagnosticsettings', 'microsoft.security/assessments']);

/** Finds or makes a home for each example, so that every id is unique and every parent exists. */
class Settlement {
  readonly arm: ArmBody[] = [];
  readonly #first = new Map<string, ArmBody>();
  #count = 0;

  settle({ type, body }: Example): ArmBody {
    this.#count += 1;
    const said = nameIn(body);
    const name = singletons.has(type) ? said : `${said}-${this.#count}`;
    const scope = this.#scopeOf(type);
    const id = `${scope}/${name}`;
    return this.#add(type, { ...body, id, name, ...typed(body, type) });
  }

  #scopeOf(type: string): string {
    const spoken = (own: string): string => `/providers/${own}`;
    if (type === 'microsoft.security/alerts')
      return `${group}/providers/Microsoft.Security/locations/westeurope/alerts`;
    if (atSubscription.has(type)) return `/subscriptions/${subscriptionId}${spoken(type)}`;
    if (onAccount.has(type)) return `${this.#parent(ai).id}${spoken(type)}`;
    const parts = type.split('/');
    if (parts.length === 2) return `${group}${spoken(type)}`;
    const parentType = parts.slice(0, -1).join('/');
    const needsOwn = singletons.has(type) || parts.at(-1) === 'versions';
    return `${(needsOwn ? this.#made(parentType) : this.#parent(parentType)).id}/${parts.at(-1) ?? ''}`;
  }

  #parent(type: string): ArmBody {
    return this.#first.get(type) ?? this.#made(type);
  }

  #made(type: string): ArmBody {
    this.#count += 1;
    const name = singletons.has(type) ? 'default' : `home${this.#count}`;
    return this.#add(type, {
      id: `${this.#scopeOf(type)}/${name}`,
      name,
      type,
      location: 'westeurope',
      properties: {},
    });
  }

  #add(type: string, body: ArmBody): ArmBody {
    this.arm.push(body);
    if (!this.#first.has(type)) this.#first.set(type, body);
    return body;
  }
}

/** Placeholders such as `{name}` and slashes cannot stand in an id. */
function nameIn(body: Record<string, unknown>): string {
  const said = [body['name'], body['id']].find((value) => typeof value === 'string' && value !== '') as
    string | undefined;
  return (
    (said ?? 'example')
      .split('/')
      .at(-1)
      ?.replace(/[^\w.-]/g, '') ?? 'example'
  );
}

const typed = (body: Record<string, unknown>, type: string): { type: string } => {
  const said = body['type'];
  return { type: typeof said === 'string' && said.toLowerCase() === type ? said : type };
};

/** Points the body at an AI account where it speaks of some resource: an assessment or alert of a machine is none of ours. */
function pointed(body: ArmBody, accountId: string): ArmBody {
  const properties = body['properties'];
  if (!isRecord(properties)) return body;
  if (/roleassignments$/i.test(body.type ?? '')) properties['scope'] = `/subscriptions/${subscriptionId}`;
  const details = properties['resourceDetails'];
  if (isRecord(details)) properties['resourceDetails'] = { ...details, source: 'Azure', id: accountId };
  const identifiers = properties['resourceIdentifiers'];
  if (Array.isArray(identifiers))
    properties['resourceIdentifiers'] = [{ type: 'AzureResource', azureResourceId: accountId }];
  return body;
}

/** A dependency is inventoried only when an AI resource uses it: one connection to each. */
function connectionsTo(account: ArmBody, arm: readonly ArmBody[]): ArmBody[] {
  const used = arm.filter(({ type }) => /^microsoft\.(storage\/storageaccounts|keyvault\/vaults)$/i.test(type ?? ''));
  return used.map((body, at) => connection(account, `uses-${at}`, { category: 'AzureBlob', uses: body.id }));
}

/**
 * A tenant of Microsoft's own example answers, each under an id of its own below a parent that exists. Undefined when the folder of
 * descriptions is absent. Equal bodies of several versions count once.
 */
export function officialEstate(specs: string): OfficialEstate | undefined {
  if (!existsSync(join(specs, 'index.json'))) return undefined;
  const operations = specIndex(specs).swaggerOperations.filter(
    ({ method, path }) => method === 'GET' && toArmPath(path).type.toLowerCase() in kinds,
  );
  const depth = ({ type }: Example): number => (onAccount.has(type) ? 9 : type.split('/').length);
  const examples = distinct(operations.flatMap((operation) => examplesOf(specs, operation))).sort(
    (one, other) => depth(one) - depth(other),
  );
  const settlement = new Settlement();
  const placed = examples.map((example) => ({ example, body: settlement.settle(example) }));
  const account = settlement.arm.find(({ type }) => type?.toLowerCase() === ai);
  if (!account) return undefined;
  placed.forEach(({ body }) => pointed(body, account.id));
  const bodies = placed.map(({ example, body }) => ({
    kind: kinds[example.type] ?? '',
    id: body.id.toLowerCase(),
    file: example.file,
  }));
  return { estate: estateOf([...settlement.arm, ...connectionsTo(account, settlement.arm)]), bodies };
}

function estateOf(arm: ArmBody[]): Estate {
  const root = managementGroup(tenantId, 'Tenant Root Group');
  const subscriptions = [subscription(subscriptionId, 'Official examples', { chain: [root] })];
  return {
    tenantId,
    subscriptions,
    managementGroups: [root],
    arm,
    graph: { users: [], groups: [], servicePrincipals: [], applications: [] },
    activity: [],
    changes: [],
  };
}
