import type { AiAccount } from '../../model/ai';
import type { Resource } from '../../model/resource';
import type { DataAsset, TrainingFile } from '../../model/trainingData';
import { base } from '../base';
import { text, whole } from '../body';
import { boundedAfter, boundedGaps } from '../bounded';
import { childCollector } from '../collector';
import type { AzureReader, Body } from '../collector';
import { blobPlaceOf } from '../storage/blobPlace';
import { listBlobs } from '../storage/blobListing';
import { examineFile } from '../trainingData/examineFile';

const mostFiles = 20;
const mostBytes = 32 * 1024 * 1024;
const openAiVersion = '2024-10-21';

/** A file to examine: its content is asked for only when its turn comes. */
interface Offered {
  readonly id: string;
  readonly bytes: number;
  readonly content: () => Promise<string>;
}

/** Files that were uploaded for fine-tuning. */
async function* uploaded(azure: AzureReader, { id, openAiEndpoint }: AiAccount): AsyncGenerator<Offered> {
  if (!openAiEndpoint) return;
  const plane = azure.plane('openai');
  const root = `${openAiEndpoint}openai/files`;
  for await (const file of plane.listByCursor(`${root}?api-version=${openAiVersion}&purpose=fine-tune`)) {
    const given = text(file, 'id');
    const content = () => plane.text(`${root}/${encodeURIComponent(given)}/content?api-version=${openAiVersion}`);
    yield { id: `${id}/files/${given}`, bytes: whole(file, 'bytes') ?? 0, content };
  }
}

const isJsonLines = (name: string): boolean => /\.jsonl$/i.test(name);

/** Files of JSON lines below a registered version; what a blob is called is not kept. */
async function* registered(azure: AzureReader, asset: DataAsset): AsyncGenerator<Offered> {
  const place = await blobPlaceOf(azure, asset);
  if (!place) return;
  const plane = azure.plane('blob');
  let count = 0;
  for await (const { name, bytes } of listBlobs(plane, place)) {
    if (!isJsonLines(name)) continue;
    count += 1;
    const path = name.split('/').map(encodeURIComponent).join('/');
    const content = () => plane.text(`${place.container}/${path}`);
    yield { id: `${asset.id}/trainingfiles/${count}`, bytes, content };
  }
}

const offered = (azure: AzureReader, parent: Resource): AsyncGenerator<Offered> | undefined => {
  if (parent.kind === 'aiAccount') return uploaded(azure, parent);
  return parent.kind === 'dataAsset' ? registered(azure, parent) : undefined;
};

/** The bodies carry what was counted; the text of a file ends with its turn. */
async function* read(azure: AzureReader, parent: Resource): AsyncGenerator<Body> {
  let count = 0;
  for await (const { id, bytes, content } of offered(azure, parent) ?? []) {
    if (count === mostFiles) return;
    count += 1;
    const body = { id, bytes };
    if (bytes > mostBytes) yield boundedAfter(body, `a file of ${bytes} bytes was not read`);
    else yield { ...body, counted: { isRead: true, ...examineFile(await content()) } };
  }
}

const nothing = {
  isRead: false,
  rows: 0,
  badRows: 0,
  badLines: [],
  systemPrompts: 0,
  rareSystemLines: [],
  exactCopies: 0,
  nearCopies: 0,
  conflicting: 0,
  conflictingLines: [],
  labelCounts: [],
  labelEntropy: 0,
  sightings: {},
  triggersApply: 'noLabels',
  triggers: [],
  reviewTriggers: [],
} as const;

/** What was counted in a file; one that was too large to read has no rows, and a gap. */
export function toTrainingFile(body: Body, parent: Resource): TrainingFile {
  const counted = body['counted'] as Partial<TrainingFile>;
  return { ...base('trainingFile', body, parent), bytes: whole(body, 'bytes') ?? 0, ...nothing, ...counted };
}

export default childCollector({
  kind: 'trainingFile',
  parents: ['aiAccount', 'dataAsset'],
  permissions: [
    'Microsoft.CognitiveServices/accounts/OpenAI/files/read',
    'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read',
  ],
  optIn: 'trainingFiles',
  applies: (parent) => parent.kind !== 'dataAsset' || !parent.isArchived,
  read,
  convert: (body, parent) => ({
    resource: toTrainingFile(body, parent),
    gaps: boundedGaps(body, 'trainingFile', parent),
  }),
});
