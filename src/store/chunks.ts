import { deflateSync, inflateSync } from 'node:zlib';

/**
 * Bytes of one binary property, and how many a row carries. Azure would take 16 of 64 KiB; Azurite counts a row in base64, so
 * twelve of 60 KiB is what both take.
 */
export const chunkBytes = 60 * 1024;
export const chunksPerRow = 12;

// Deflate clears its whole working memory for each text: a small one needs little of it.
const smallText = 4096;

const chunkName = (index: number): string => `b${String(index).padStart(2, '0')}`;

/** Text as rows of binary properties `b00`, `b01` ...: deflated, cut into chunks. At least one row. */
export function toChunkRows(text: string): Readonly<Record<string, Uint8Array>>[] {
  const bytes = deflateSync(text, text.length < smallText ? { windowBits: 12, memLevel: 5 } : {});
  const rows: Record<string, Uint8Array>[] = [];
  for (let start = 0, index = 0; start < bytes.length; start += chunkBytes, index += 1) {
    if (index % chunksPerRow === 0) rows.push({});
    const row = rows.at(-1);
    if (row) row[chunkName(index % chunksPerRow)] = bytes.subarray(start, start + chunkBytes);
  }
  return rows;
}

/** The text of `toChunkRows`; rows in their order. Breaks when a chunk is missing or damaged. */
export function fromChunkRows(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const names = Array.from({ length: chunksPerRow }, (_, index) => chunkName(index));
  const chunks = rows.flatMap((row) => names.map((name) => row[name]));
  return inflateSync(Buffer.concat(chunks.filter((chunk) => chunk instanceof Uint8Array))).toString('utf8');
}
