import { createHash } from 'node:crypto';
import { parameter, type Call } from '../answer';
import type { PlaneDocument } from '../planes';
import type { ArmBody } from '../tenant';

/** A blob as the simulated service holds it. */
export interface HeldBlob {
  readonly name: string;
  readonly content: string;
  readonly lastModified?: string;
  /** Counts writes: metadata alone moves the ETag too. */
  readonly writes?: number;
  /** Blobs put together from blocks have none. */
  readonly withoutMd5?: boolean;
}

const right = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read';
const audience = 'https://storage.azure.com';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const md5 = (content: string): string => createHash('md5').update(content).digest('base64');
const etag = ({ name, content, writes = 1 }: HeldBlob): string =>
  `0x8D${createHash('sha256').update(`${name}\n${content}\n${writes}`).digest('hex').slice(0, 13).toUpperCase()}`;

const entry = (blob: HeldBlob): string => {
  const { name, content, lastModified = 'Mon, 02 Nov 2026 09:00:00 GMT', withoutMd5 = false } = blob;
  const properties = [
    `<Creation-Time>Mon, 02 Nov 2026 08:00:00 GMT</Creation-Time><Last-Modified>${lastModified}</Last-Modified>`,
    `<Etag>${etag(blob)}</Etag><Content-Length>${Buffer.byteLength(content)}</Content-Length>`,
    `<Content-Type>application/octet-stream</Content-Type><Content-Encoding /><Content-Language /><Content-CRC64 />`,
    withoutMd5 ? '<Content-MD5 />' : `<Content-MD5>${md5(content)}</Content-MD5>`,
    '<Cache-Control /><Content-Disposition /><BlobType>BlockBlob</BlobType><AccessTier>Hot</AccessTier>',
    '<AccessTierInferred>true</AccessTierInferred><LeaseStatus>unlocked</LeaseStatus><LeaseState>available</LeaseState>',
    '<ServerEncrypted>true</ServerEncrypted>',
  ];
  return `<Blob><Name>${escaped(name)}</Name><Properties>${properties.join('')}</Properties><OrMetadata /></Blob>`;
};

const byName = (a: HeldBlob, b: HeldBlob): number => (a.name < b.name ? -1 : 1);

interface Page {
  readonly blobs: readonly HeldBlob[];
  readonly next: string;
}

/** A marker is the number of the next row; each page but the first comes empty before it comes full, as pages of the service sometimes do. */
function pageAt(held: readonly HeldBlob[], marker: string, size: number): Page {
  const start = Number(/^\d+/.exec(marker)?.[0] ?? 0);
  if (marker !== '' && !marker.endsWith('!')) return { blobs: [], next: `${start}!` };
  const end = start + size;
  return { blobs: held.slice(start, end), next: end < held.length ? String(end) : '' };
}

/** A page of List Blobs as XML. */
function listing(container: string, blobs: readonly HeldBlob[], call: Call, pageSize: number): string {
  const prefix = parameter(call.query, 'prefix') ?? '';
  const held = blobs.filter(({ name }) => name.startsWith(prefix)).sort(byName);
  const page = pageAt(held, parameter(call.query, 'marker') ?? '', pageSize);
  return [
    `\uFEFF<?xml version="1.0" encoding="utf-8"?><EnumerationResults ServiceEndpoint="https://example/" ContainerName="${container}">`,
    `<Prefix>${escaped(prefix)}</Prefix><MaxResults>5000</MaxResults><Blobs>${page.blobs.map(entry).join('')}</Blobs>`,
    page.next ? `<NextMarker>${page.next}</NextMarker>` : '<NextMarker />',
    '</EnumerationResults>',
  ].join('');
}

/** The blob plane of one container of a storage account: its listing, and the content of each blob. */
export function blobPlane(
  account: ArmBody,
  container: string,
  blobs: readonly HeldBlob[],
  pageSize = 2,
): PlaneDocument[] {
  const host = `${account.name ?? ''}.blob.core.windows.net`;
  const one = { host, audience, right };
  return [
    { ...one, path: `/${container}`, text: (call) => listing(container, blobs, call, pageSize) },
    ...blobs.map(({ name, content }) => ({ ...one, path: `/${container}/${name}`, text: content })),
  ];
}

/** Files that were uploaded to an Azure OpenAI account for fine-tuning. */
export function openAiFiles(account: ArmBody, files: Readonly<Record<string, string>>): PlaneDocument[] {
  const host = `${account.name ?? ''}.openai.azure.com`;
  const plane = {
    host,
    audience: 'https://cognitiveservices.azure.com',
    right: 'Microsoft.CognitiveServices/accounts/OpenAI/files/read',
  };
  const rows = Object.entries(files).map(([filename, content], at) => ({
    id: `file-${at + 1}`,
    object: 'file',
    purpose: 'fine-tune',
    filename,
    bytes: Buffer.byteLength(content),
    created_at: 1_793_000_000 + at,
    status: 'processed',
  }));
  return [
    { ...plane, path: '/openai/files', rows, cursor: true },
    ...rows.map(({ id, filename }) => ({ ...plane, path: `/openai/files/${id}/content`, text: files[filename] ?? '' })),
  ];
}
