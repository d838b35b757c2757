import { childCollectors, surveyCollectors } from '../../src/collect';
import type { AzureReader, Body } from '../../src/collect/collector';
import type { Kind, KindMap, Resource } from '../../src/model/resource';

export const group = '/subscriptions/0F1E/resourceGroups/RG-One';
export const accountId = `${group}/providers/Microsoft.CognitiveServices/accounts/Acc`;
export const workspaceId = `${group}/providers/Microsoft.MachineLearningServices/workspaces/Ws`;
export const storageId = `${group}/providers/Microsoft.Storage/storageAccounts/stor`;

const found = <T extends { readonly kind: Kind }>(all: readonly T[], kind: Kind): T => {
  const one = all.find((collector) => collector.kind === kind);
  if (!one) throw new Error(`no collector of ${kind}`);
  return one;
};

/** The resource that the collector of `kind` makes of a Resource Graph row. */
export function survey<K extends Kind>(kind: K, row: Body): KindMap[K] {
  const converted = found(surveyCollectors, kind).convert(row);
  if (!converted) throw new Error(`${kind} was dropped`);
  return converted.resource as KindMap[K];
}

/** The resource that the collector of `kind` makes of a child's body. */
export function child<K extends Kind>(kind: K, body: Body, parent: Resource): KindMap[K] {
  const converted = found(childCollectors, kind).convert(body, parent);
  if (!converted) throw new Error(`${kind} was dropped`);
  return converted.resource as KindMap[K];
}

export const surveyOf = (kind: Kind) => found(surveyCollectors, kind);
export const childOf = (kind: Kind) => found(childCollectors, kind);

export const account = survey('aiAccount', { id: accountId });
export const workspace = survey('mlWorkspace', { id: workspaceId });
export const storage = survey('storageAccount', { id: storageId });
export const subscription = survey('subscription', { id: '/subscriptions/0F1E' });

/** An Azure that holds lists by lower-cased path without query, and remembers what it was asked. Other paths are empty lists. */
export class HeldAzure implements AzureReader {
  readonly now = '2026-11-25T06:00:00Z';
  readonly asked: string[] = [];

  constructor(private readonly lists: Readonly<Record<string, readonly Body[]>>) {}

  read(path: string, apiVersion: string): Promise<Body> {
    this.asked.push(`${path} ${apiVersion}`);
    return Promise.resolve(this.lists[path.toLowerCase()]?.[0] ?? {});
  }

  plane(): never {
    throw new Error('no data plane is told here');
  }

  async *list(path: string, apiVersion: string): AsyncGenerator<Body> {
    this.asked.push(`${path} ${apiVersion}`);
    yield* await Promise.resolve(this.lists[path.toLowerCase().replace(/\?.*/, '')] ?? []);
  }

  async *query(): AsyncGenerator<Body> {
    yield* await Promise.resolve([]);
  }
}

/** All that the child collector of `kind` reads below `parent`. */
export async function readAll(kind: Kind, azure: AzureReader, parent: Resource): Promise<readonly Body[]> {
  const rows: Body[] = [];
  for await (const row of childOf(kind).read(azure, parent)) rows.push(row);
  return rows;
}

/** Made-up secrets in their published forms: nothing of Azure's ever held them. */
export const secrets = {
  azureAiKey: `${'a'.repeat(52)}JQQJ99CA${'a'.repeat(12)}AAABACOGaaaa`,
  searchKey: `${'b'.repeat(42)}AzSeCjhzCu`,
  storageKey: `${'c'.repeat(76)}+ASt5mnCaw==`,
  storageConnectionString: `DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${'Ab1/'.repeat(21)}Zz==`,
  sas: `sv=2024-01-01&sp=r&sig=${'dE3'.repeat(16)}%3D`,
  entraClientSecret: `zzz8Q~${'z'.repeat(31)}blP`,
  openAiKey: `sk-${'e'.repeat(20)}T3BlbkFJ${'f'.repeat(20)}`,
  huggingFaceToken: `hf_${'g'.repeat(34)}`,
  awsAccessKey: ['AKIA', 'ABCDEFGH23456777'].join(''),
  urlPassword: 'https://reader:s3cretword@feed.contoso.com/simple',
} as const;
