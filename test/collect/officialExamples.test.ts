import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { childCollectors, surveyCollectors } from '../../src/collect';
import { apiVersions, typeOf } from '../../src/collect/apiVersions';
import { isBody, part } from '../../src/collect/body';
import type { Body, Converted } from '../../src/collect/collector';
import type { Kind } from '../../src/model/resource';
import { account, storage, subscription, workspace } from './reader';

const folder = join(__dirname, '../../../shared/azure-specs');

interface Operation {
  readonly method: string;
  readonly apiVersion: string;
  readonly path: string;
  readonly examples?: readonly string[];
}

/** Types of the survey's rows, and of what children read. */
const childTypes: Readonly<Record<string, Kind>> = {
  'microsoft.cognitiveservices/accounts/deployments': 'deployment',
  'microsoft.cognitiveservices/accounts/raipolicies': 'guardrail',
  'microsoft.cognitiveservices/accounts/raiblocklists': 'blocklist',
  'microsoft.cognitiveservices/accounts/defenderforaisettings': 'defenderForAiSetting',
  'microsoft.cognitiveservices/accounts/networksecurityperimeterconfigurations': 'perimeterAssociation',
  'microsoft.search/searchservices/networksecurityperimeterconfigurations': 'perimeterAssociation',
  'microsoft.storage/storageaccounts/networksecurityperimeterconfigurations': 'perimeterAssociation',
  'microsoft.machinelearningservices/workspaces/connections': 'connection',
  'microsoft.machinelearningservices/workspaces/computes': 'compute',
  'microsoft.machinelearningservices/workspaces/datastores': 'datastore',
  'microsoft.machinelearningservices/workspaces/onlineendpoints': 'onlineEndpoint',
  'microsoft.machinelearningservices/workspaces/batchendpoints': 'batchEndpoint',
  'microsoft.machinelearningservices/workspaces/serverlessendpoints': 'serverlessEndpoint',
  'microsoft.machinelearningservices/workspaces/onlineendpoints/deployments': 'onlineDeployment',
  'microsoft.machinelearningservices/workspaces/batchendpoints/deployments': 'batchDeployment',
  'microsoft.machinelearningservices/workspaces/models/versions': 'modelVersion',
  'microsoft.machinelearningservices/registries/models/versions': 'modelVersion',
  'microsoft.machinelearningservices/workspaces/environments/versions': 'environmentVersion',
  'microsoft.machinelearningservices/registries/environments/versions': 'environmentVersion',
  'microsoft.storage/storageaccounts/blobservices': 'blobService',
  'microsoft.storage/storageaccounts/blobservices/containers': 'blobContainer',
  'microsoft.insights/diagnosticsettings': 'diagnosticSetting',
  'microsoft.security/pricings': 'defenderPlan',
  'microsoft.security/securitycontacts': 'securityContact',
  'microsoft.keyvault/vaults/keys': 'vaultKey',
  'microsoft.keyvault/vaults/secrets': 'vaultSecret',
};

type Convert = (body: Body) => Converted | null;

function converterFor(type: string): readonly [Kind, Convert] | undefined {
  const survey = surveyCollectors.find(({ types }) => types.includes(type));
  if (survey) return [survey.kind, survey.convert];
  const found = childCollectors.find(({ kind }) => kind === childTypes[type]);
  if (!found) return undefined;
  const parent =
    [account, workspace, storage, subscription].find(({ kind }) => found.parents.includes(kind)) ?? account;
  return [found.kind, (body) => found.convert(body, parent)];
}

/** Bodies of one answer. Some examples have "string" for an id: the path of their operation is as good as one. */
function bodiesOf(response: Body, path: string): readonly Body[] {
  const body = part(response, 'body');
  const isList = Array.isArray(body['value']);
  const rows: readonly unknown[] = isList ? (body['value'] as unknown[]) : [body];
  return rows.filter(isBody).map((row) => {
    const real = typeof row['id'] === 'string' && row['id'].startsWith('/');
    return real ? row : { ...row, id: isList ? `${path}/x` : path };
  });
}

interface Index {
  readonly swaggerOperations: readonly Operation[];
  readonly bicepTypes: readonly { readonly resourceTypes: readonly string[] }[];
}
const readIndex = (): Index => JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as Index;

/** The strongest description that the folder holds of a type at a version. */
function describedAs(index: Index, type: string, version: string): string {
  const answers = index.swaggerOperations.some(
    ({ method, path, apiVersion }) =>
      method === 'GET' && apiVersion === version && [path, `${path}/x`].some((id) => typeOf(id) === type),
  );
  if (answers) return 'swagger';
  const bodies = index.bicepTypes.flatMap(({ resourceTypes }) => resourceTypes);
  return bodies.some((body) => body.toLowerCase() === `${type}@${version}`) ? 'bicep body' : 'none';
}

function examples(): Body[] {
  const writesOrReads = readIndex().swaggerOperations.filter(({ method }) => ['GET', 'PUT', 'PATCH'].includes(method));
  const seen = new Set<string>();
  return writesOrReads.flatMap(({ path, examples: files = [] }) =>
    files
      .filter((file) => !seen.has(file) && seen.add(file))
      .flatMap((file) => {
        const example: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
        const responses = Object.values(part(example, 'responses')).filter(isBody);
        return responses.filter((response) => isBody(response['body'])).flatMap((response) => bodiesOf(response, path));
      }),
  );
}

/** Alerts of other services and assessments of virtual machines are left out on purpose; soft-deleted containers serve nothing. */
const passedOver: readonly Kind[] = ['defenderAlert', 'assessment'];
const isDeleted = (body: Body): boolean => part(body, 'properties')['deleted'] === true;

if (existsSync(folder)) {
  test('each api-version is marked with the description that covers it', () => {
    const index = readIndex();
    const found = Object.entries(apiVersions).map(([type, { version }]) => [type, describedAs(index, type, version)]);
    const marked = Object.entries(apiVersions).map(([type, { described }]) => [type, described]);
    expect(Object.fromEntries(marked)).toEqual(Object.fromEntries(found));
  });

  test('every official example body of our kinds is converted, and none is dropped', () => {
    const counts = new Map<Kind, number>();
    const dropped: string[] = [];
    for (const body of examples()) {
      const id = String(body['id']);
      const found = converterFor(typeOf(id));
      if (!found) continue;
      const [kind, convert] = found;
      const converted = convert(body);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      if (!converted && !passedOver.includes(kind) && !isDeleted(body)) dropped.push(id);
      if (converted) expect(converted.resource.id).toBe(id.toLowerCase().replace(/\/+$/, ''));
    }
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const byKind = [...counts].map(([kind, count]) => `${kind} ${count}`).sort();
    process.stdout.write(`azure-spec examples: ${total} bodies of ${counts.size} kinds (${byKind.join(', ')})\n`);
    expect(dropped).toEqual([]);
    expect(counts.size).toBeGreaterThan(30);
  });
} else {
  process.stdout.write('SKIPPED azure-spec examples: ../shared/azure-specs is absent\n');
  test.skip('official example bodies', () => undefined);
}
