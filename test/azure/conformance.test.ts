import { join } from 'node:path';
import { apiVersionFor } from '../../src/collect/apiVersions';
import { createConformance } from './conformance';
import type { Answered, Conformance } from './conformance';
import { report } from './conformanceRecords';
import { skipped, specsFolder } from './conformanceSpecs';
import { demoEstate, makeEstate } from './estate';
import { officialEstate } from './official';
import { onEveryResponse, startAzure } from './server';
import type { ArmBody, Estate } from './tenant';

const specs = specsFolder(join(__dirname, '..', '..'));
if (!specs) process.stdout.write(`${skipped}\n`);
const described = specs ? describe : describe.skip;

const answer = (url: string, body: unknown, status = 200): Answered => ({
  method: 'GET',
  url,
  status,
  headers: {},
  body,
});

/** GET answers for every body of an estate whose version is known. */
const gets = ({ arm }: Estate): Answered[] =>
  arm.flatMap((body) => {
    const version = apiVersionFor(body.id);
    return version ? [answer(`${body.id}?api-version=${version}`, body)] : [];
  });

const bodyOf = (type: string): ArmBody => {
  const found = demoEstate().arm.find((body) => body.type === type);
  if (!found) throw new Error(`the demo estate has no ${type}`);
  return found;
};

const opened = (answers: readonly Answered[]): Promise<Conformance> =>
  createConformance(
    specs ?? '',
    answers.map(({ url }) => url),
  );

described('the conformance check', () => {
  const account = bodyOf('Microsoft.CognitiveServices/accounts');
  const storage = bodyOf('Microsoft.Storage/storageAccounts');
  const accountUrl = `${account.id}?api-version=2025-12-01`;
  const storageUrl = `${storage.id}?api-version=2023-05-01`;
  const listUrl = `${storage.id.slice(0, storage.id.lastIndexOf('/'))}?api-version=2023-05-01`;
  const edit = (body: ArmBody, properties: Record<string, unknown>): unknown => ({
    ...body,
    properties: { ...(body['properties'] as object), ...properties },
  });
  const without = (body: ArmBody, name: string): unknown =>
    Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));

  const broken: readonly (readonly [string, string, unknown])[] = [
    ['an invented property, by body type', accountUrl, edit(account, { isVerySafe: true })],
    ['an invented property, by swagger', storageUrl, edit(storage, { isVerySafe: true })],
    ['a string for a number', storageUrl, edit(storage, { keyPolicy: { keyExpirationPeriodInDays: 'ninety' } })],
    ['a boolean as text', accountUrl, edit(account, { disableLocalAuth: 'true' })],
    ['a boolean as text, by swagger', storageUrl, edit(storage, { allowSharedKeyAccess: 'false' })],
    ['an object for an array', accountUrl, edit(account, { allowedFqdnList: { 0: 'a.example' } })],
    ['an array for an object', storageUrl, { ...storage, properties: [] }],
    ['no id', accountUrl, without(account, 'id')],
    ['no name', storageUrl, without(storage, 'name')],
    ['no type', storageUrl, without(storage, 'type')],
    ['another type than was asked', storageUrl, { ...storage, type: 'Microsoft.Web/sites' }],
    ['a list without value', listUrl, { items: [storage] }],
    ['a list with a broken entry', listUrl, { value: [storage, without(storage, 'id')] }],
    ['a nextLink that is no URL', listUrl, { value: [storage], nextLink: 'page two' }],
    ['an invented word', accountUrl, edit(account, { publicNetworkAccess: 'Sometimes' })],
  ];
  let conformance: Conformance;
  beforeAll(async () => (conformance = await opened([answer(accountUrl, 0), answer(storageUrl, 0)])), 60_000);

  test('accepts the bodies that the broken ones are made of', async () => {
    expect(await conformance.check(answer(accountUrl, account))).toEqual({ by: 'body', problems: [] });
    expect(await conformance.check(answer(storageUrl, storage))).toEqual({ by: 'swagger', problems: [] });
    expect(await conformance.check(answer(listUrl, { value: [storage], nextLink: null }))).toEqual({
      by: 'swagger',
      problems: [],
    });
  });

  test.each(broken)('catches %s', async (_what, url, body) => {
    expect((await conformance.check(answer(url, body))).problems).not.toEqual([]);
  });

  test('catches an error that Azure would not send, and takes one that it would', async () => {
    expect((await conformance.check(answer(accountUrl, { message: 'no' }, 403))).problems).not.toEqual([]);
    expect(
      (await conformance.check(answer(accountUrl, { error: { code: 'AuthorizationFailed', message: 'no' } }, 403)))
        .problems,
    ).toEqual([]);
  });

  test('what nothing describes counts as not covered, and still needs its envelope', async () => {
    const registry = bodyOf('Microsoft.ContainerRegistry/registries');
    const url = `${registry.id}?api-version=2025-04-01`;
    expect(await conformance.check(answer(url, registry))).toEqual({ by: 'none', problems: [] });
    expect((await conformance.check(answer(url, without(registry, 'id')))).problems).toEqual(['$: no id']);
  });

  test('a repeated body costs nothing', async () => {
    await conformance.check(answer(accountUrl, edit(account, { description: 1 })));
    expect(await conformance.check(answer(accountUrl, edit(account, { description: 1 })))).toEqual({
      by: 'repeat',
      problems: [],
    });
  });
});

described('the builders', () => {
  test.each([
    ['the made estate', () => makeEstate({ seed: 7, accounts: 60, workspaces: 16 })],
    ['the demo estate', demoEstate],
  ])(
    '%s conforms, body by body',
    async (_name, build) => {
      const answers = gets(build());
      const { counts, problems } = await report(await opened(answers), answers);
      expect(problems).toEqual([]);
      expect(counts.swagger + counts.body).toBeGreaterThan(80);
    },
    60_000,
  );

  test('answers of a running tenant conform, over the wire', async () => {
    const azure = await startAzure({ estate: demoEstate() });
    const answers: Answered[] = [];
    const stop = onEveryResponse(({ body, ...served }) =>
      answers.push({ ...served, body: JSON.parse(body) as unknown }),
    );
    const token = await tokenFrom(azure.env);
    const lists = [
      '/subscriptions?api-version=2022-12-01',
      ...azure.estate.arm.flatMap(({ id }) => [`${id}?api-version=${apiVersionFor(id) ?? '2024-01-01'}`]),
    ];
    for (const url of lists) await fetch(`${azure.origin}${url}`, { headers: { authorization: `Bearer ${token}` } });
    stop();
    await azure.close();
    const arm = answers.filter(({ url }) => url.startsWith('/subscriptions'));
    const { counts, problems } = await report(await opened(arm), arm);
    expect(problems).toEqual([]);
    expect(counts.swagger + counts.body).toBeGreaterThan(30);
  }, 60_000);
});

async function tokenFrom(env: Record<string, string>): Promise<string> {
  const url = `${env['IDENTITY_ENDPOINT'] ?? ''}?api-version=2019-08-01&resource=https%3A%2F%2Fmanagement.azure.com`;
  const response = await fetch(url, { headers: { 'x-identity-header': env['IDENTITY_HEADER'] ?? '' } });
  return ((await response.json()) as { access_token: string }).access_token;
}

described('the official estate', () => {
  test('holds every distinct example of our kinds once, below parents that exist', () => {
    const official = officialEstate(specs ?? '');
    const ids = new Set(official?.estate.arm.map(({ id }) => id.toLowerCase()));
    expect(official?.bodies.length).toBeGreaterThan(150);
    expect(new Set(official?.bodies.map(({ kind }) => kind)).size).toBeGreaterThan(25);
    expect(official?.bodies.every(({ id }) => ids.has(id))).toBe(true);
    expect(ids.size).toBe(official?.estate.arm.length);
    const orphans = [...ids].filter((id) => {
      const parent = id.split('/').slice(0, -2).join('/');
      const own = id.slice(id.lastIndexOf('/providers/') + 11).split('/');
      return own.length > 3 && !ids.has(parent) && !parent.includes('/locations/');
    });
    expect(orphans).toEqual([]);
  });
});

test('there is no official estate where the descriptions are absent', () => {
  expect(officialEstate(join(__dirname, 'nowhere'))).toBeUndefined();
});
