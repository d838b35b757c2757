import type { Resource } from '../../model/resource';
import type { DatasetFingerprint } from '../../model/trainingData';
import { base } from '../base';
import { isTrue, text, whole } from '../body';
import { boundedAfter, boundedGaps } from '../bounded';
import { childCollector } from '../collector';
import type { AzureReader, Body } from '../collector';
import { listBlobs, type ListedBlob } from './blobListing';
import { blobPlaceOf, type BlobPlace } from './blobPlace';
import { Fingerprint } from './merkle';

/** A hundred pages of a listing, for one container or version in one run. */
const mostBlobs = 500_000;
const dayMs = 86_400_000;

const placeUnder = (azure: AzureReader, parent: Resource): Promise<BlobPlace | undefined> => {
  if (parent.kind === 'dataAsset') return blobPlaceOf(azure, parent);
  return Promise.resolve(
    parent.kind === 'blobContainer' && parent.url ? { container: parent.url, prefix: '' } : undefined,
  );
};

interface Listed {
  readonly print: Fingerprint;
  readonly written: number;
  readonly isWhole: boolean;
}

async function listed(blobs: AsyncGenerator<ListedBlob>, since: number): Promise<Listed> {
  const print = new Fingerprint();
  let written = 0;
  let count = 0;
  for await (const blob of blobs) {
    if (count === mostBlobs) return { print, written, isWhole: false };
    print.add(blob);
    count += 1;
    if (blob.changedAt > since) written += 1;
  }
  return { print, written, isWhole: true };
}

/** Only what was counted leaves here: names of blobs stay behind. */
async function* read(azure: AzureReader, parent: Resource): AsyncGenerator<Body> {
  const place = await placeUnder(azure, parent);
  if (!place) return;
  const { print, written, isWhole } = await listed(
    listBlobs(azure.plane('blob'), place),
    Date.parse(azure.now) - dayMs,
  );
  const body = {
    id: `${parent.id}/fingerprint`,
    name: parent.name,
    ...print.roots(),
    written,
    isWhole,
    now: azure.now,
  };
  yield isWhole ? body : boundedAfter(body, `${mostBlobs} blobs were listed, the others were not`);
}

/** A fingerprint as one run sees it; what earlier runs knew is joined later. A part of a listing has no mark of the whole. */
export function toDatasetFingerprint(body: Body, parent: Resource): DatasetFingerprint {
  const isWhole = isTrue(body, 'isWhole');
  const count = (property: string): number => whole(body, property) ?? 0;
  const mark = (property: string): string => (isWhole ? text(body, property) : '');
  const marks = {
    blobs: count('blobs'),
    bytes: count('bytes'),
    contentRoot: mark('contentRoot'),
    changeRoot: mark('changeRoot'),
  };
  const day = text(body, 'now').slice(0, 10);
  const today = { day, blobs: marks.blobs, bytes: marks.bytes, written: count('written') };
  return {
    ...base('datasetFingerprint', body, parent),
    of: parent.kind === 'dataAsset' ? 'dataAsset' : 'container',
    ...marks,
    withoutMd5: count('withoutMd5'),
    isWhole,
    first: { day, ...marks },
    days: isWhole ? [today] : [],
  };
}

export default childCollector({
  kind: 'datasetFingerprint',
  parents: ['blobContainer', 'dataAsset'],
  permissions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'],
  optIn: 'fingerprints',
  applies: (parent) => parent.kind !== 'dataAsset' || !parent.isArchived,
  read,
  convert: (body, parent) => ({
    resource: toDatasetFingerprint(body, parent),
    gaps: boundedGaps(body, 'datasetFingerprint', parent),
  }),
});
