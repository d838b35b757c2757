import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { recognise } from '../../src/collect/secretForms';
import { drawn, kinds, madeUp } from '../kit/keys';

const proven = [
  'searchAdminKey',
  'searchQueryKey',
  'storageKey',
  'storageConnectionString',
  'cosmosKey',
  'registryKey',
];
const alsoProven = [
  'cosmosConnectionString',
  'mlClassicKey',
  'serviceBusKey',
  'eventHubKey',
  'relayKey',
  'functionKey',
];

/** How a secret stands in a property: alone, in quotes, in a line of a script, in a header, after a name. */
const dressed: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => `{"value":"${secret}"}`,
  (secret) => `export TOKEN='${secret}'; start.sh`,
  (secret) => `Authorization: Bearer ${secret}`,
  (secret) => `key=${secret}\nnext=1`,
];

test('every kind is recognised as what it is, wherever it stands; figures', () => {
  const misses: string[] = [];
  const figures = Object.entries(kinds).map(([kind, { make, name }]) => {
    // A form that only its name makes a secret stands alone under that name.
    const forms = name === undefined ? dressed : [dressed[0]!];
    const tries = Array.from({ length: 20 }, (_, at) => make(`${kind} ${at}`)).flatMap((secret) =>
      forms.map((dress) => dress(secret)),
    );
    const hits = tries.filter((value) => recognise(value, name ?? '')?.kind === kind);
    if (hits.length < tries.length) misses.push(`${kind}: ${hits.length} of ${tries.length}`);
    return tries.length;
  });
  const planted = figures.reduce((sum, one) => sum + one, 0);
  process.stdout.write(
    `key forms: ${figures.length} kinds, ${planted} planted, ${misses.length} kinds with a miss ${misses.join(', ')}\n`,
  );
  expect(misses).toEqual([]);
});

test.each([...proven, ...alsoProven])('%s with its checksum is proven, and with another it is not', (kind) => {
  const secret = madeUp(kind, `${kind} good`);
  expect(recognise(secret)?.confidence).toBe('checksum');
  const at = secret.indexOf('AccountKey=') + 'AccountKey='.length;
  const wrong = `${secret.slice(0, at)}${secret[at] === 'x' ? 'y' : 'x'}${secret.slice(at + 1)}`;
  expect(['shape', 'anchored']).toContain(recognise(wrong)?.confidence);
});

test('nothing random is a secret: GUIDs, digests, commits, run ids', () => {
  const digest = (algorithm: string, at: number, form: 'hex' | 'base64'): string =>
    createHash(algorithm).update(String(at)).digest(form);
  const guid = (at: number): string => {
    const h = digest('md5', at, 'hex');
    return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
  };
  const made = Array.from({ length: 2_000 }, (_, at) => [
    guid(at),
    digest('sha1', at, 'hex'),
    digest('md5', at, 'hex'),
    `sha256:${digest('sha256', at, 'hex')}`,
    `sha512-${digest('sha512', at, 'base64')}`,
  ]).flat();
  const hits = made.filter((value) => recognise(value, 'value') !== undefined);
  process.stdout.write(`key forms: ${hits.length} hits in ${made.length} GUIDs, SHA-1, MD5 and digests\n`);
  expect(hits).toEqual([]);
});

test('drawing is by seed', () => {
  expect(drawn('a', 40)).toBe(drawn('a', 40));
  expect(drawn('a', 40)).not.toBe(drawn('b', 40));
});

const folder = join(__dirname, '../../../shared/azure-specs');

const textsOf = (value: unknown, name = ''): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[name, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, Array.isArray(value) ? name : key));
};

if (existsSync(folder)) {
  test("of all texts of Microsoft's example answers only signatures that look real are recognised", () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /examples.*\.json$/.test(file),
    );
    const texts = files.flatMap((file) => {
      const { responses } = JSON.parse(readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/, '')) as {
        responses?: unknown;
      };
      return textsOf(responses);
    });
    const hits = texts.flatMap(([name, value]) => recognise(value, name)?.kind ?? []);
    const counts = Object.fromEntries(
      [...new Set(hits)].sort().map((kind) => [kind, hits.filter((one) => one === kind).length]),
    );
    process.stdout.write(
      `key forms: ${texts.length} texts of ${files.length} example answers, hits ${JSON.stringify(counts)}\n`,
    );
    expect(texts.length).toBeGreaterThan(50_000);
    expect(Object.keys(counts)).toEqual(['sas', 'workflowUrl']);
  });
} else {
  process.stdout.write('SKIPPED key forms over example answers: ../shared/azure-specs is absent\n');
  test.skip('example answers', () => undefined);
}
