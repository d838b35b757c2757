import fc from 'fast-check';
import type { ListedBlob } from '../../../src/collect/storage/blobListing';
import { Fingerprint, type Roots } from '../../../src/collect/storage/merkle';

const byName = (a: ListedBlob, b: ListedBlob): number => (a.name < b.name ? -1 : 1);

/** The service lists by name, whatever the order in which blobs were written. */
function rootsOf(blobs: readonly ListedBlob[]): Roots {
  const print = new Fingerprint();
  for (const blob of [...blobs].sort(byName)) print.add(blob);
  return print.roots();
}

const blob = fc.record({
  name: fc.string({ minLength: 1, maxLength: 12 }),
  bytes: fc.nat(1_000),
  md5: fc.base64String({ minLength: 4, maxLength: 8 }),
  etag: fc.string({ minLength: 4, maxLength: 8 }),
  changedAt: fc.constant(0),
});
const dataset = fc.uniqueArray(blob, { minLength: 1, maxLength: 40, selector: ({ name }) => name });

type Edit = (blobs: readonly ListedBlob[], at: number) => readonly ListedBlob[];
const over =
  (changes: (one: ListedBlob) => Partial<ListedBlob>): Edit =>
  (blobs, at) =>
    blobs.map((one, index) => (index === at ? { ...one, ...changes(one) } : one));
const contentEdits: Readonly<Record<string, Edit>> = {
  rewritten: over(({ md5, etag }) => ({ md5: `${md5}x`, etag: `${etag}x` })),
  grown: over(({ bytes, md5, etag }) => ({ bytes: bytes + 1, md5: `${md5}y`, etag: `${etag}y` })),
  renamed: over(({ name }) => ({ name: `${name}\u0001` })),
  removed: (blobs, at) => blobs.filter((_, index) => index !== at),
  added: (blobs) => [...blobs, { name: 'an added one with a long name', bytes: 1, md5: 'm', etag: 'e', changedAt: 0 }],
};
const names = Object.keys(contentEdits);

test('every change of content moves both marks: a thousand random edits', () => {
  fc.assert(
    fc.property(dataset, fc.constantFrom(...names), fc.nat(), (blobs, name, seed) => {
      const edited = contentEdits[name]?.(blobs, seed % blobs.length) ?? blobs;
      const [before, after] = [rootsOf(blobs), rootsOf(edited)];
      expect(after.contentRoot).not.toBe(before.contentRoot);
      expect(after.changeRoot).not.toBe(before.changeRoot);
    }),
    { numRuns: 1_000 },
  );
});

test('listing again, in whatever order blobs were written, and a change of tier move nothing', () => {
  fc.assert(
    fc.property(dataset, (blobs) => {
      const later = [...blobs].reverse().map((one) => ({ ...one, changedAt: 1 }));
      expect(rootsOf(later)).toEqual(rootsOf(blobs));
    }),
  );
});

test('a write of metadata moves the mark of change alone', () => {
  fc.assert(
    fc.property(dataset, fc.nat(), (blobs, seed) => {
      const touched = over(({ etag }) => ({ etag: `${etag}z` }))(blobs, seed % blobs.length);
      const [before, after] = [rootsOf(blobs), rootsOf(touched)];
      expect(after.contentRoot).toBe(before.contentRoot);
      expect(after.changeRoot).not.toBe(before.changeRoot);
    }),
  );
});

test('one blob without MD5 leaves no mark of content, and is counted', () => {
  const one = { name: 'a', bytes: 1, md5: '', etag: 'e', changedAt: 0 };
  expect(rootsOf([one, { ...one, name: 'b', md5: 'm' }])).toMatchObject({ blobs: 2, contentRoot: '', withoutMd5: 1 });
});
