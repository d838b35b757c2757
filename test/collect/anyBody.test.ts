import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { childCollectors, surveyCollectors } from '../../src/collect';
import type { Body } from '../../src/collect/collector';
import { ReadFailed } from '../../src/collect/failures';
import type { Kind, Resource } from '../../src/model/resource';
import { account, accountId, secrets, storage, subscription, workspace } from './reader';

const parents: Partial<Record<Kind, Resource>> = {
  aiAccount: account,
  mlWorkspace: workspace,
  storageAccount: storage,
  subscription,
};

/** A policy without a text that can be read is refused, so that it becomes a gap: what is looked at is then the refusal. */
const refused: ReadonlySet<Kind> = new Set<Kind>(['apimPolicy', 'apimPolicyFragment']);
const outcome = (kind: Kind, convert: () => unknown): unknown => {
  try {
    return convert();
  } catch (error) {
    if (error instanceof ReadFailed && refused.has(kind)) return error.message;
    throw error;
  }
};

type Case = readonly [name: string, convert: (body: Body) => unknown];
const converters: readonly Case[] = [
  ...surveyCollectors.map(({ kind, convert }): Case => [kind, convert]),
  ...childCollectors.map(({ kind, convert, parents: [first = 'aiAccount'] }): Case => {
    const parent = parents[first] ?? account;
    return [kind, (body) => outcome(kind, () => convert(body, parent))];
  }),
];

/** Every word between quotes in the collectors: among them is each property that some converter reads. */
const room = join(__dirname, '../../src/collect');
const words = readdirSync(room, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [...readFileSync(join(room, file), 'utf8').matchAll(/'([A-Za-z][A-Za-z0-9]{1,40})'/g)])
  .map(([, word]) => word!);
const vocabulary = [...new Set(words)];

const planted = Object.values(secrets);
const leaf = fc.oneof(
  fc.constantFrom(...planted),
  fc.constantFrom(...planted).map((secret) => `https://host.example/path?${secret}`),
  fc.constantFrom(null, true, false, 0, 1.5, '', 'true', 'None', 'Enabled', '2026-01-01T00:00:00Z'),
  fc.string(),
);
const name = fc.oneof(
  { arbitrary: fc.constantFrom(...vocabulary), weight: 9 },
  fc.constantFrom(...planted),
  fc.string(),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(name, tie('tree'), { maxKeys: 6 }),
  ),
}));
const row = fc
  .record({ body: fc.dictionary(name, tree, { maxKeys: 5 }), properties: fc.dictionary(name, tree, { maxKeys: 25 }) })
  .map(({ body, properties }): Body => ({ ...body, properties, id: `${accountId}/x/y` }));

const holds = (value: unknown): boolean => {
  const json = JSON.stringify(value).toLowerCase();
  return planted.some((secret) => json.includes(JSON.stringify(secret).slice(1, -1).toLowerCase()));
};

test('the vocabulary is that of the converters', () => {
  expect(vocabulary).toEqual(expect.arrayContaining(['publicNetworkAccess', 'condaFile', 'environmentVariables']));
});

test.each(converters)('%s takes any JSON with an id and keeps no secret of it', (_, convert) => {
  fc.assert(
    fc.property(row, (body) => {
      expect(holds(convert(body))).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test.each(converters)('%s takes an id alone, and nulls for what it knows, alike', (_, convert) => {
  const id = `${accountId}/x/y`;
  const nulls = Object.fromEntries(vocabulary.map((word) => [word, null]));
  const empty = convert({ id });
  expect(convert({ ...nulls, id })).toEqual(empty);
  expect(convert({ ...nulls, properties: nulls, id })).toEqual(empty);
  expect(convert({ id, properties: [], tags: 'x', identity: 7, sku: null, systemData: [] })).toEqual(empty);
});

test.each(converters)('%s refuses a row without an id, so that it becomes a gap', (kind, convert) => {
  const odd = kind === 'keyRegeneration' || kind === 'activityEvent'; // Other events of the log are passed over before their id is looked at.
  const event = { operationName: { value: 'microsoft.cognitiveservices/accounts/regenerateKey/action' } };
  expect(() => convert(odd ? { ...event, status: { value: 'Succeeded' } } : {})).toThrow(`kind ${kind} without an id`);
});
