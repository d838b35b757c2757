import { createHash, type Hash } from 'node:crypto';
import type { ListedBlob } from './blobListing';

const bucketBits = 12;
const buckets = 1 << bucketBits;
const cut = '\0';

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The first twelve bits of a name's digest: a blob more or less leaves every other blob in its bucket. */
const bucketOf = (name: string): number => sha256(name).readUInt16BE(0) >> (16 - bucketBits);

const nought = Buffer.alloc(32);

/** The next level of the tree: pairs of branches, those of which one holds something. */
const above = (level: ReadonlyMap<number, Buffer>): Map<number, Buffer> =>
  new Map(
    [...new Set([...level.keys()].map((at) => at >> 1))].map((at) => [
      at,
      createHash('sha256')
        .update(level.get(2 * at) ?? nought)
        .update(level.get(2 * at + 1) ?? nought)
        .digest(),
    ]),
  );

/** Running digests of 4,096 buckets, fed in the order of names; their root is a Merkle tree over them. */
class Buckets {
  private readonly running = new Map<number, Hash>();

  add(bucket: number, row: string): void {
    const hash = this.running.get(bucket) ?? createHash('sha256');
    hash.update(sha256(row));
    this.running.set(bucket, hash);
  }

  /** A branch without blobs is nought and costs nothing. */
  root(): string {
    let level: Map<number, Buffer> = new Map([...this.running].map(([bucket, hash]) => [bucket, hash.copy().digest()]));
    for (let size = buckets; size > 1; size /= 2) level = above(level);
    return (level.get(0) ?? nought).toString('hex');
  }
}

export interface Roots {
  readonly blobs: number;
  readonly bytes: number;
  /** Over name, size and MD5; '' where a blob has no MD5. A client may state an MD5 that is not true: it marks change, it proves nothing. */
  readonly contentRoot: string;
  /** Over name and ETag, which also moves when only metadata was written. */
  readonly changeRoot: string;
  readonly withoutMd5: number;
}

/** Takes blobs in the order of their names and says what they were, without keeping a name. */
export class Fingerprint {
  private readonly content = new Buckets();
  private readonly change = new Buckets();
  private blobs = 0;
  private bytes = 0;
  private withoutMd5 = 0;

  add({ name, bytes, md5, etag }: ListedBlob): void {
    const bucket = bucketOf(name);
    this.content.add(bucket, [name, bytes, md5].join(cut));
    this.change.add(bucket, [name, etag].join(cut));
    this.blobs += 1;
    this.bytes += bytes;
    if (!md5) this.withoutMd5 += 1;
  }

  roots(): Roots {
    const { blobs, bytes, withoutMd5 } = this;
    const contentRoot = withoutMd5 > 0 ? '' : this.content.root();
    return { blobs, bytes, contentRoot, changeRoot: this.change.root(), withoutMd5 };
  }
}
