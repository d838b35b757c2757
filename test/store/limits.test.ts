import fc from 'fast-check';
import {
  checkBatch,
  checkKey,
  checkRow,
  checkTable,
  LimitError,
  limits,
  rowSize,
  toBatches,
  wireSize,
} from '../../src/store/limits';
import type { Change, Row, Value } from '../../src/store/tables';

const row = (properties: Record<string, unknown>, rowKey = 'r', partitionKey = 'p'): Row => ({
  partitionKey,
  rowKey,
  properties: properties as Row['properties'],
});
const put = (each: Row): Change => ({ act: 'put', row: each });
const codeOf = (check: () => void): string => {
  try {
    check();
    return '';
  } catch (error) {
    return error instanceof LimitError ? error.code : String(error);
  }
};
const many = (count: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`p${n}`, n]));
const bytes = (count: number, each: number): Record<string, Uint8Array> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`b${n}`, new Uint8Array(each)]));

test.each<[string, () => void, string]>([
  ['252 properties', () => checkRow(row(many(252))), ''],
  ['253 properties', () => checkRow(row(many(253))), 'TooManyProperties'],
  ['a string of 32,768 characters', () => checkRow(row({ s: 'x'.repeat(32768) })), ''],
  ['a string of 32,769 characters', () => checkRow(row({ s: 'x'.repeat(32769) })), 'PropertyValueTooLarge'],
  ['16,385 emoji, two units each', () => checkRow(row({ s: '\u{1f600}'.repeat(16385) })), 'PropertyValueTooLarge'],
  ['64 KiB of bytes', () => checkRow(row({ b: new Uint8Array(65536) })), ''],
  ['64 KiB of bytes and one', () => checkRow(row({ b: new Uint8Array(65537) })), 'PropertyValueTooLarge'],
  ['a row of 15 × 64 KiB', () => checkRow(row(bytes(15, 65536))), ''],
  ['a row of 16 × 64 KiB', () => checkRow(row(bytes(16, 65536))), 'EntityTooLarge'],
  [
    'a row of 31 × 16,800 characters',
    () => checkRow(row(Object.fromEntries(Array.from({ length: 32 }, (_, n) => [`s${n}`, 'x'.repeat(16400)])))),
    'EntityTooLarge',
  ],
  ['no 32-bit integer', () => checkRow(row({ n: 2 ** 31 })), 'InvalidInput'],
  ['half a number', () => checkRow(row({ n: 0.5 })), 'InvalidInput'],
  ['no number', () => checkRow(row({ n: NaN })), 'InvalidInput'],
  ['a name with a dash', () => checkRow(row({ 'a-b': 1 })), 'PropertyNameInvalid'],
  ['a system name', () => checkRow(row({ Timestamp: 'x' })), 'PropertyNameInvalid'],
  ['a name of 256 characters', () => checkRow(row({ ['x'.repeat(256)]: 1 })), 'PropertyNameTooLong'],
  ['a key of 512 characters', () => checkKey('x'.repeat(512)), ''],
  ['a key of 513 characters', () => checkKey('x'.repeat(513)), 'KeyValueTooLarge'],
  ['a table name with a dash', () => checkTable('a-bc'), 'InvalidResourceName'],
  ['a table name of 63 letters', () => checkTable('x'.repeat(63)), ''],
  ['a batch of 100', () => checkBatch(Array.from({ length: 100 }, (_, n) => put(row({}, `r${n}`)))), ''],
  ['a batch of 101', () => checkBatch(Array.from({ length: 101 }, (_, n) => put(row({}, `r${n}`)))), 'InvalidInput'],
  [
    'a batch with a row twice',
    () => checkBatch([put(row({})), { act: 'remove', partitionKey: 'p', rowKey: 'r' }]),
    'InvalidDuplicateRow',
  ],
  [
    'a batch over two partitions',
    () => checkBatch([put(row({})), put(row({}, 's', 'q'))]),
    'CommandsInBatchActOnDifferentPartitions',
  ],
  [
    'a batch of 4 × 900 KiB',
    () => checkBatch([1, 2, 3, 4].map((n) => put(row(bytes(15, 61440), `r${n}`)))),
    'RequestBodyTooLarge',
  ],
])('%s', (_name, check, code) => {
  expect(codeOf(check)).toBe(code);
});

test.each(Array.from('/\\#?\u0000\u001f\u007f\u009f\ud800'))('a key may not hold %j', (bad) => {
  expect(codeOf(() => checkKey(`a${bad}b`))).toBe('OutOfRangeInput');
});

const value: fc.Arbitrary<Value> = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.uint8Array({ maxLength: 60_000 }),
);
const properties = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), value, { maxKeys: 12 });

test('rows of any size are parted into batches that pass, none lost, none twice', () => {
  fc.assert(
    fc.property(fc.array(properties, { maxLength: 30 }), fc.integer({ min: 1, max: 8 }), (list, times) => {
      const rows = Array.from({ length: times }, () => list)
        .flat()
        .map((each, n) => row(each, `r${n}`));
      const batches = toBatches([...rows, ...rows.slice(0, 3)]);
      batches.forEach(checkBatch);
      expect(batches.flat()).toEqual(rows.map(put));
    }),
    { numRuns: 60 },
  );
});

test('the size on the wire is never less than the JSON that is sent', () => {
  fc.assert(
    fc.property(properties, (each) => {
      const json = Object.entries(each).map(([name, inner]) =>
        inner instanceof Uint8Array
          ? { [name]: Buffer.from(inner).toString('base64'), [`${name}@odata.type`]: 'Edm.Binary' }
          : { [name]: inner },
      );
      const sent = JSON.stringify(Object.assign({ PartitionKey: 'p', RowKey: 'r' }, ...json));
      expect(wireSize(put(row(each)))).toBeGreaterThanOrEqual(Buffer.byteLength(sent));
      expect(rowSize(row(each))).toBeLessThan(limits.rowBytes);
    }),
  );
});
