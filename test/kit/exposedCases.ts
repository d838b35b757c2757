import type { ExposedSecret } from '../../src/model/base';
import { safe } from './safe';

const secret = (changes: Partial<ExposedSecret> = {}): ExposedSecret => ({
  place: 'template.containers[api].env[KEY]',
  secretKind: 'azureAiKey',
  confidence: 'anchored',
  ...changes,
});

const opens = { opens: 'ai', opensHost: 'keyed.openai.azure.com' } as const;
const shows = (...secrets: readonly ExposedSecret[]) => ({ subject: { exposedSecrets: secrets } });
const account = (localAuthDisabled: boolean) => [
  safe('aiAccount', { id: '/subscriptions/s/keyed', hosts: [opens.opensHost], localAuthDisabled }),
];
const gap = { kind: 'aiAccount', reason: 'forbidden', permission: 'x/read', detail: '', scope: '/' } as const;

/** Cases of every rule on what readers see of its subject. */
export const exposedCases = (severity: 'high' | 'medium' = 'high') => ({
  pass: [{ name: 'nothing is shown' }] as const,
  fail: [
    {
      name: 'a key, with its place, kind, confidence and month',
      ...shows(secret({ bornMonth: '2026-01' })),
      says: 'template.containers[api].env[KEY] holds azureAiKey (anchored, made 2026-01)',
      severity,
    },
    { name: 'form alone tells', ...shows(secret({ confidence: 'shape' })), severity: 'medium' },
    {
      name: 'six places, five of them named',
      ...shows(...['a', 'b', 'c', 'd', 'e', 'f'].map((place) => secret({ place }))),
      says: 'e holds azureAiKey (anchored); 1 more',
    },
    {
      name: 'a key of an account whose keys are off',
      ...shows(secret(opens)),
      around: account(true),
      severity: 'low',
      says: 'which what it opens refuses',
    },
    { name: 'a key of an account that takes keys', ...shows(secret(opens)), around: account(false), severity },
    { name: 'one dead, one alive', ...shows(secret(opens), secret()), around: account(true), severity },
    { name: 'what it opens was not read', ...shows(secret(opens)), gaps: [gap], severity },
    {
      name: 'a signature of a user outlives shared keys',
      ...shows(secret({ secretKind: 'sasUserDelegation', opensHost: 'st2.blob.core.windows.net' })),
      around: [safe('storageAccount', { id: '/s', hosts: ['st2.blob.core.windows.net'], allowSharedKeyAccess: false })],
      severity,
    },
  ] as const,
});
