const turned = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

/** One round over both halves of the state. */
const mixed = (low: number, high: number): readonly [number, number] => {
  const first = high ^ low;
  const second = (turned(low, 20) + first) | 0;
  const third = turned(first, 9) ^ second;
  const fourth = (turned(second, 27) + third) | 0;
  return [fourth, turned(third, 19)];
};

const withEnd = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes, Buffer.from([0x80]), Buffer.alloc((4 - ((bytes.length + 1) % 4)) % 4)]);

/**
 * Marvin32 as .NET hashes strings with it (SymCrypt, marvin32.c), an unsigned 32-bit number. `seed` are eight ASCII letters: Azure's services
 * seed the checksums of their keys with words of their own.
 */
export function marvin32(bytes: Buffer, seed: string): number {
  const start = Buffer.from(seed, 'ascii');
  let [low, high] = [start.readInt32BE(4), start.readInt32BE(0)];
  const padded = withEnd(bytes);
  for (let at = 0; at < padded.length; at += 4) [low, high] = mixed((low + padded.readInt32LE(at)) | 0, high);
  [low, high] = mixed(low, high);
  return (low ^ high) >>> 0;
}

/** The seed with which the last four bytes of a base64 key are the checksum of those before; undefined where none fits. */
export function seedOf(key: string, seeds: readonly string[]): string | undefined {
  const bytes = Buffer.from(key, 'base64');
  if (bytes.length < 8) return undefined;
  const told = bytes.readUInt32LE(bytes.length - 4);
  return seeds.find((seed) => marvin32(bytes.subarray(0, -4), seed) === told);
}
