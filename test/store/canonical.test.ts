import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { MemoryTables, openStore } from '../../src/store';
import { canonicalJson, sha256 } from '../../src/store/canonical';
import { chunkBytes, fromChunkRows, toChunkRows } from '../../src/store/chunks';
import { invertedTime, resourceKey, toKey } from '../../src/store/keys';
import { checkKey } from '../../src/store/limits';
import { finding, record, resource } from './records';

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, reversed(inner)]),
  );
};

test('canonical JSON says what JSON says, in one order', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
    }),
    { numRuns: 500 },
  );
});

test.each([
  [{ b: 1, a: undefined, c: [undefined, null] }, '{"b":1,"c":[null,null]}'],
  [{ at: new Date(0), f: () => 1 }, '{"at":"1970-01-01T00:00:00.000Z"}'],
  [JSON.parse('{"__proto__":1,"10":2,"9":3}'), '{"10":2,"9":3,"__proto__":1}'],
  ['\ud800', '"\\ud800"'],
])('canonical JSON of %j', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test('the text is the same exactly when the content is', () => {
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  const some = fc.jsonValue({ maxDepth: 1 });
  fc.assert(
    fc.property(some, fc.oneof(some, fc.constant(undefined)), (a, other) => {
      const b = other === undefined ? reversed(reversed(a)) : other;
      expect(canonicalJson(a) === canonicalJson(b)).toBe(isDeepStrictEqual(plain(a), plain(b)));
    }),
  );
});

test('a unit has one hash, in whatever order its parts come', async () => {
  const resources = ['a', 'b', 'c', 'd'].map((name) => resource('u', name));
  const findings = resources.flatMap((each) => [finding('r1', each), finding('r2', each)]);
  const store = openStore({ tables: new MemoryTables() });
  const hash = await store.saveUnit(record('u', [], { resources, findings }));
  const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
  await fc.assert(
    fc.asyncProperty(shuffled(resources), shuffled(findings), async (someResources, someFindings) => {
      const other = openStore({ tables: new MemoryTables() });
      expect(await other.saveUnit(record('u', [], { resources: someResources, findings: someFindings }))).toBe(hash);
      expect(await other.loadUnit('u', hash)).toEqual(
        record('u', [], { resources, findings: (await store.loadUnit('u', hash)).findings }),
      );
    }),
  );
  const other = record('u', [], { resources, findings: findings.slice(1) });
  expect(await store.saveUnit(other)).not.toBe(hash);
});

test('any text comes back from its chunks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      expect(fromChunkRows(toChunkRows(text))).toBe(text);
    }),
  );
});

test('text of many rows comes back, and no chunk is too large', () => {
  let state = 7;
  const noise = Array.from({ length: 700_000 }, () =>
    String.fromCharCode(0x4e00 + ((state = (state * 48271) % 2147483647) % 20_000)),
  ).join('');
  const rows = toChunkRows(noise);
  expect(rows.length).toBeGreaterThan(1);
  for (const chunk of rows.flatMap((row) => Object.values(row))) expect(chunk.length).toBeLessThanOrEqual(chunkBytes);
  expect(fromChunkRows(rows) === noise).toBe(true);
  expect(() => fromChunkRows(rows.slice(0, -1))).toThrow();
});

test('every text makes a key that Azure takes, and two texts make two keys', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      checkKey(toKey(a));
      expect(toKey(a)).not.toContain('!');
      expect(toKey(a) === toKey(b)).toBe(a === b || sha256(a) === sha256(b));
    }),
  );
});

test('later instants sort first, and case does not tell resources apart', () => {
  const instant = fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, instant, (a, b) => {
      const order = invertedTime(a.toISOString()) < invertedTime(b.toISOString());
      expect(order).toBe(a.getTime() > b.getTime());
    }),
  );
  expect(resourceKey('/Subscriptions/X')).toBe(resourceKey('/subscriptions/x'));
});
