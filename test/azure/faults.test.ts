import { accountId, azure, one, send, start, stop, two, v } from './serverFixture';

afterEach(stop);

describe('faults', () => {
  const path = `${accountId(one, 'a0')}?${v}`;

  test.each(['seconds', 'date', 'absurd', 'none', 'negative'] as const)(
    'a throttle says %s and lets the retry through',
    async (retryAfter) => {
      await start({ throttle: { rate: 1, retryAfter } });
      const refused = await send(path);
      expect(refused.status).toBe(429);
      expect(refused.headers.get('retry-after') ?? '').toMatch(
        { seconds: /^1$/, date: /GMT$/, absurd: /^1000000000$/, none: /^$/, negative: /^-5$/ }[retryAfter],
      );
      expect((await send(path)).status).toBe(200);
    },
  );

  test('a fault marked always strikes again', async () => {
    await start({ fail5xx: { rate: 1, always: true, match: /accounts/ } });
    expect((await send(path)).status).toBeGreaterThanOrEqual(500);
    expect((await send(path)).status).toBeGreaterThanOrEqual(500);
    expect((await send(`/subscriptions?${v}`)).status).toBe(200);
  });

  test('resets, truncated bodies and HTML reach the client as such', async () => {
    await start({
      reset: { rate: 1, match: /a0/ },
      truncate: { rate: 1, match: /a[1-6]/ },
      htmlWith200: { rate: 1, match: /b0/ },
    });
    await expect(send(path)).rejects.toThrow();
    for (let at = 1; at <= 6; at += 1) {
      await expect(send(`${accountId(one, `a${at}`)}?${v}`).then((answer) => answer.json())).rejects.toThrow();
    }
    const html = await send(`${accountId(two, 'b0')}?${v}`);
    expect([html.status, html.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  test('the same seed brings the same faults', async () => {
    const run = async (seed: number): Promise<number[]> => {
      await start({ seed, throttle: { rate: 0.5, retryAfter: 'none' } });
      const paths = Array.from({ length: 7 }, (_, at) => `${accountId(one, `a${at}`)}?${v}`);
      const statuses = await Promise.all(paths.map(async (each) => (await send(each)).status));
      await azure.close();
      return statuses;
    };
    const first = await run(5);
    expect(await run(5)).toEqual(first);
    expect(new Set(first)).toEqual(new Set([200, 429]));
    await start();
  });
});

describe('Teams', () => {
  const post = (body: string, url = azure.webhookUrl): Promise<Response> =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

  test('a card is accepted, a large one is accepted and lost, a wrong signature is refused', async () => {
    await start();
    expect((await post('{"type":"message"}')).status).toBe(202);
    expect((await post(JSON.stringify({ text: 'x'.repeat(24_453) }))).status).toBe(202);
    expect(azure.cards.map((card) => card.body)).toEqual([{ type: 'message' }]);
    expect(azure.lostCards).toHaveLength(1);
    expect((await post('{}', azure.webhookUrl.replace(/sig=.*/, 'sig=no'))).status).toBe(401);
    expect(azure.requests.some((request) => azure.webhookUrl.endsWith(request.url))).toBe(false);
  });

  test('its troubles come in the number asked for', async () => {
    await start();
    Object.assign(azure.knobs.teams, {
      oversize: 'reject',
      throttleNext: 1,
      failNext: 1,
      resetNext: 1,
      retryAfterSeconds: 7,
    });
    await expect(post('{}')).rejects.toThrow();
    expect((await post('{}')).headers.get('retry-after')).toBe('7');
    expect((await post('{}')).status).toBe(503);
    expect((await post(JSON.stringify({ text: 'x'.repeat(24_453) }))).status).toBe(413);
    expect((await post('{}')).status).toBe(202);
    expect(azure.cards).toHaveLength(1);
  });
});
