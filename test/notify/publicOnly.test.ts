import type { LookupAddress } from 'node:dns';
import { createDefaultHttpClient } from '@azure/core-rest-pipeline';
import fc from 'fast-check';
import { openWebhook, publicAgent } from '../../src/notify';
import { isPublic, publicLookup } from '../../src/notify/publicOnly';
import { isWebhook } from '../../src/webhookSettings';

const inside = [
  ...['127.0.0.1', '127.8.8.8', '10.0.0.4', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254'],
  ...['168.63.129.16', '0.0.0.0', '100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '192.0.2.1'],
  ...['::', '::1', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '::ffff:10.0.0.4', '::ffff:169.254.169.254'],
  ...['64:ff9b::a00:4', '2002:a00:4::', '2001:db8::1', 'no address', ''],
];

test.each(inside)('%s is not public', (address) => expect(isPublic(address)).toBe(false));
test.each(['20.42.65.92', '13.107.6.152', '2603:1030:401::1', '8.8.8.8'])('%s is public', (address) =>
  expect(isPublic(address)).toBe(true),
);

const looked = (host: string, all: boolean) =>
  new Promise<{ error: Error | null; found: string | LookupAddress[] }>((resolve) => {
    publicLookup(host, { all }, (error, found) => resolve({ error, found }));
  });

test.each([true, false])(
  'a name that leads to this machine is refused where the connection is made (all: %s)',
  async (all) => {
    expect((await looked('localhost', all)).error).toMatchObject({ code: 'ENOTPUBLIC' });
  },
);

test('a name that nobody has is an error of its own', async () => {
  expect((await looked('no-such-name.invalid', false)).error).not.toMatchObject({ code: 'ENOTPUBLIC' });
});

test('a webhook whose host leads inside is refused for good, and its URL is not told', async () => {
  const send = openWebhook({
    httpClient: createDefaultHttpClient(),
    url: 'https://localhost:9/workflows/SECRET',
    agent: publicAgent(),
    sleep: () => Promise.resolve(),
    now: () => 0,
  });
  expect(await send({})).toEqual({ outcome: 'refused', reason: 'its host leads to a private address' });
});

/** Forms in which people have tried to lead a server astray. */
function forms(): string[] {
  const hosts = [
    ...inside,
    'localhost',
    'metadata.azure.internal',
    '2130706433',
    '0x7f000001',
    '017700000001',
    '127.1',
  ];
  const wrapped = hosts.flatMap((host) => [
    host,
    `[${host}]`,
    `${host}.`,
    `${host}:443`,
    `user@${host}`,
    `a.logic.azure.com@${host}`,
  ]);
  const bait = ['', '/.logic.azure.com', '?a=.logic.azure.com', '#.logic.azure.com'];
  const schemes = ['https://', 'http://'];
  return schemes.flatMap((scheme) => wrapped.flatMap((host) => bait.map((end) => `${scheme}${host}${end}`)));
}

test('of more than 500 forms of addresses that lead elsewhere none is taken for a webhook', () => {
  const all = [
    ...forms(),
    ...['file:///etc/passwd', 'gopher://a.logic.azure.com/', 'ftp://a.logic.azure.com/', 'javascript:alert(1)'],
    ...['https://a.logic.azure.com.evil.example/', 'https://alogic.azure.com/', 'https://logic.azure.com/'],
    ...['https://a.logic.azure.com:8443/', '//a.logic.azure.com/'],
    ...['https://a.logic.azure.com%2eevil.example/', 'https://a。logic。azure。com.evil.example/'],
  ];
  expect(all.length).toBeGreaterThan(500);
  expect(all.filter((url) => isWebhook(url, false))).toEqual([]);
});

test('whatever is taken is https on the usual port of a host of Teams, without a user', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.webAuthority(),
    fc.constantFrom('.logic.azure.com', '@', ':', '\\'),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), fc.boolean(), (parts, secure) => {
      const text = `${secure ? 'https' : 'http'}://${parts.join('')}`;
      if (!isWebhook(text, false)) return;
      const { protocol, port, username, hostname } = new URL(text);
      expect([protocol, port, username]).toEqual(['https:', '', '']);
      expect(hostname).toMatch(/\.(logic\.azure\.(com|us|cn)|powerplatform\.(com|us|cn)|webhook\.office\.com)$/);
    }),
    { numRuns: 2000 },
  );
});
