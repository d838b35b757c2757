import { XMLParser } from 'fast-xml-parser';
import { at, isBody, text } from '../body';
import type { Body, PlaneReader } from '../collector';
import { ReadFailed } from '../failures';
import type { BlobPlace } from './blobPlace';

/** A blob as a listing shows it. `md5` and `etag` are as the service writes them, '' where it states none. */
export interface ListedBlob {
  readonly name: string;
  readonly bytes: number;
  readonly md5: string;
  readonly etag: string;
  /** Milliseconds since 1970; NaN when not stated. */
  readonly changedAt: number;
}

const pageSize = 5_000;
/** Names are texts, whatever they look like; one blob is a list of one. */
const parser = new XMLParser({
  parseTagValue: false,
  ignoreAttributes: false,
  trimValues: false,
  isArray: (tag) => tag === 'Blob',
});

/** Names that XML cannot hold come percent-encoded and say so. */
function nameOf(blob: Body): string {
  const name = blob['Name'];
  if (!isBody(name)) return typeof name === 'string' ? name : '';
  const given = typeof name['#text'] === 'string' ? name['#text'] : '';
  return name['@_Encoded'] === 'true'
    ? (new URLSearchParams(`n=${given.replaceAll('+', '%2B')}`).get('n') ?? given)
    : given;
}

const textAt = (value: unknown, ...path: readonly string[]): string => {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
};

const rawText = (blob: Body, property: string): string => textAt(blob, 'Properties', property);

const toListed = (blob: Body): ListedBlob => ({
  name: nameOf(blob),
  bytes: Number(rawText(blob, 'Content-Length') || 0),
  md5: rawText(blob, 'Content-MD5'),
  etag: rawText(blob, 'Etag'),
  changedAt: Date.parse(rawText(blob, 'Last-Modified')),
});

interface Page {
  readonly blobs: readonly ListedBlob[];
  readonly next: string;
}

/** @throws ReadFailed for an answer that is no listing. */
function pageOf(xml: string): Page {
  const listing = at(parser.parse(xml), 'EnumerationResults');
  if (!isBody(listing)) throw new ReadFailed('failed', 'the answer is no listing of blobs');
  const blobs = at(listing, 'Blobs', 'Blob');
  const rows = Array.isArray(blobs) ? blobs.filter(isBody) : [];
  return {
    blobs: rows.filter((row) => text(row, 'Properties', 'ResourceType') !== 'directory').map(toListed),
    next: textAt(listing, 'NextMarker').trim(),
  };
}

const addressOf = ({ container, prefix }: BlobPlace, marker: string): string => {
  const query = new URLSearchParams({ restype: 'container', comp: 'list', maxresults: String(pageSize) });
  if (prefix) query.set('prefix', prefix);
  if (marker) query.set('marker', marker);
  return `${container}?${query.toString()}`;
};

/**
 * Blobs below a place in the order of their names, page by page (List Blobs); pages without blobs may lead on. No content is read.
 * @throws ReadFailed where a marker comes twice: the listing would never end.
 */
export async function* listBlobs(plane: PlaneReader, place: BlobPlace): AsyncGenerator<ListedBlob> {
  const seen = new Set<string>();
  for (let marker = ''; ;) {
    const page = pageOf(await plane.text(addressOf(place, marker)));
    yield* page.blobs;
    if (!page.next) return;
    if (seen.has(page.next)) throw new ReadFailed('failed', 'the listing leads back to a page already read');
    seen.add(page.next);
    marker = page.next;
  }
}
