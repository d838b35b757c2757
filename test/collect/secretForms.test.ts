import fc from 'fast-check';
import { recognise } from '../../src/collect/secretForms';
import { secrets } from './reader';

test.each(Object.entries(secrets))('%s is recognised by its form alone', (kind, value) => {
  expect(recognise(value)?.kind).toBe(kind);
  expect(recognise(`"${kind}": "x ${value} y"`)?.kind).toBe(kind);
});

test('an old storage key is recognised as a whole value, not inside a digest', () => {
  const key = `${'Ab1/'.repeat(21)}Zz==`;
  expect(recognise(key)).toEqual({ kind: 'storageKey', confidence: 'shape', opens: 'storage' });
  expect(recognise(`sha512-${key}`)).toBeUndefined();
});

test.each(['OPENAI_API_KEY', 'searchToken', 'DB-PASSWORD', 'client_secret'])(
  '32 hex digits under %s are a key',
  (name) => {
    expect(recognise('0123456789abcdef0123456789abcdef', name)?.kind).toBe('hexKey');
  },
);

test.each(['keyVersion', 'KEY_ID', 'INSTRUMENTATIONKEY', 'publicKeyThumbprint', 'MAX_TOKENS', 'runId', 'etag'])(
  '32 hex digits under %s are none',
  (name) => {
    expect(recognise('0123456789abcdef0123456789abcdef', name)).toBeUndefined();
  },
);

test.each([
  '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/s/0123456789abcdef0123456789abcdef)',
  '${{azureml://datastores/x}}',
  '<your-key>',
  'AccountKey=<your-key>',
  'secretref:openai',
  'https://user:${TOKEN}@feed.contoso.com',
  '00000000000000000000000000000000',
  'AKIAIOSFODNN7EXAMPLE',
  `AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1${'x'.repeat(54)}==`,
])('%s holds no secret', (value) => {
  expect(recognise(value, 'OPENAI_API_KEY')).toBeUndefined();
});

test('ids, digests and plain words are no secrets', () => {
  const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
  fc.assert(
    fc.property(fc.oneof(fc.uuid(), hex(32), hex(40), hex(64), fc.webUrl(), fc.lorem()), (value) => {
      expect(recognise(value)).toBeUndefined();
    }),
    { numRuns: 1_000 },
  );
});
