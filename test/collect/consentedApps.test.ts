import { openAzure } from '../../src/collect/azure';
import { collectorsFor } from '../../src/collect';
import { toConsentedApp, withConsent } from '../../src/collect/consent/consentedApp';
import { collectConsentedApps } from '../../src/collect/consent/consentedApps';
import { aiVendors } from '../../src/collect/signals/aiVendors';
import { actsOffline, wideScopes } from '../../src/model/consent';
import { foreignApp } from '../azure/builders/directory';
import { startScripted, type Reply, type ScriptedAzure } from './scriptedAzure';
import { VirtualClock } from './virtualClock';

const ours = new Set(['tenant']);
const other = { id: 'SP-1', appOwnerOrganizationId: 'Elsewhere', servicePrincipalType: 'Application' };
const claude = { ...other, appId: '08AD6F98-a4f8-4635-bb8d-f1a3044760f0', displayName: 'Claude' };

describe('toConsentedApp', () => {
  it('holds id, name and signs of a vendor', () => {
    expect(toConsentedApp({ ...claude, homepage: 'https://Claude.ai/x?y=z', accountEnabled: false }, ours)).toEqual({
      ...{ kind: 'consentedApp', id: '/serviceprincipals/sp-1', name: 'Claude' },
      ...{ subscriptionId: '', resourceGroup: '', location: '', tags: {} },
      appId: '08ad6f98-a4f8-4635-bb8d-f1a3044760f0',
      isEnabled: false,
      aiSignals: [
        { signal: 'appId', place: 'appId', what: 'Anthropic' },
        { signal: 'host', place: 'homepage', what: 'claude.ai' },
      ],
      scopes: [],
      forEveryone: false,
    });
  });

  it.each([
    ['the empty answer', {}],
    ['our own application', { ...claude, appOwnerOrganizationId: 'TENANT' }],
    ['a managed identity', { ...claude, servicePrincipalType: 'ManagedIdentity' }],
    ['a person called Claude', { ...other, displayName: 'Claude' }],
    ['a host that only begins so', { ...other, homepage: 'https://openai.com.halden.example' }],
    ['a host that only ends so', { ...other, homepage: 'https://notopenai.com' }],
  ])('makes nothing of %s', (_, body) => {
    expect(toConsentedApp(body, ours)).toBeNull();
  });

  it('throws for a vendor without an object id', () => {
    expect(() => toConsentedApp({ displayName: 'ChatGPT' }, ours)).toThrow('without an id');
  });
});

test('consents are joined, each scope once; empty lists leave the application bare', () => {
  const app = toConsentedApp(claude, ours)!;
  expect(withConsent(app, [], [])).toEqual(app);
  expect(withConsent(app, [{}], [])).toEqual(app);
  const grants = [
    { scope: ' User.Read Mail.Read' },
    { scope: 'Mail.Read offline_access', consentType: 'AllPrincipals' },
  ];
  const joined = withConsent(app, grants, []);
  expect(joined).toMatchObject({ scopes: ['Mail.Read', 'User.Read', 'offline_access'], forEveryone: true });
  expect(actsOffline(joined)).toBe(true);
  const roles = [{ appRoleId: '75359482-378d-4052-8f01-80520e7db3cd' }, { appRoleId: 'z' }];
  expect(withConsent(app, [], roles)).toMatchObject({
    scopes: ['(application permission)', 'Files.ReadWrite.All'],
    forEveryone: true,
  });
});

test.each([
  ['Mail.Read', true],
  ['Mail.Send', true],
  ['Files.Read.All', true],
  ['Files.Read', false],
  ['Sites.FullControl.All', true],
  ['Sites.Selected', false],
  ['Chat.Read', true],
  ['User.Read', false],
  ['MailboxSettings.Read', false],
])('%s is wide: %s', (scope, isWide) => {
  const app = { ...toConsentedApp(claude, ours)!, scopes: [scope] };
  expect(wideScopes(app)).toEqual(isWide ? [scope] : []);
});

test('the table of vendors has lower-cased entries, no host or name twice', () => {
  const all = aiVendors.flatMap(({ names, hosts, appIds = [] }) => [
    ...names,
    ...hosts.map((one) => `//${one}`),
    ...appIds,
  ]);
  expect(all.filter((one) => one !== one.toLowerCase())).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
  expect(aiVendors.length).toBeGreaterThanOrEqual(30);
});

test('the kind is switched off unless somebody opted in', () => {
  expect(collectorsFor([])).toMatchObject({ consentedApps: false });
  expect(collectorsFor([]).switchedOff).toContain('consentedApp');
  expect(collectorsFor(['consentedApps']).switchedOff).not.toContain('consentedApp');
});

describe('collectConsentedApps', () => {
  let server: ScriptedAzure;
  afterEach(() => server.close());

  const read = async (reply: (url: string) => Reply) => {
    server = await startScripted(({ url }) => reply(url));
    const clock = new VirtualClock();
    const expiresOnTimestamp = clock.now() + 3_600_000;
    const { graph } = openAzure({
      credential: { getToken: () => Promise.resolve({ token: 't', expiresOnTimestamp }) },
      ...{ armEndpoint: server.origin, graphEndpoint: server.origin },
      ...{ scopesOfTokens: { arm: 'a', graph: 'g' }, clock, deadline: expiresOnTimestamp },
    });
    return collectConsentedApps(graph, ours);
  };
  const listed = [foreignApp('ChatGPT'), foreignApp('Debussy Payroll')];

  it('asks for the consents of vendors only', async () => {
    const { apps, gaps } = await read((url) => {
      if (url.includes('oauth2PermissionGrants')) return { body: { value: [{ scope: 'Mail.Read' }] } };
      return { body: { value: url.includes('appRoleAssignments') ? [] : listed } };
    });
    expect(apps).toMatchObject([{ name: 'ChatGPT', scopes: ['Mail.Read'] }]);
    expect(gaps).toEqual([]);
    expect(server.arrived.filter(({ url }) => url.includes(listed[1]!.id))).toEqual([]);
  });

  it('tells the missing right, of the list and of the consents', async () => {
    const refused = { status: 403, body: { error: { code: 'Authorization_RequestDenied', message: 'no' } } };
    const whole = await read(() => refused);
    expect(whole.apps).toEqual([]);
    expect(whole.gaps).toMatchObject([
      { kind: 'consentedApp', scope: '/', reason: 'forbidden', permission: 'Microsoft Graph Application.Read.All' },
    ]);
    await server.close();
    const { apps, gaps } = await read((url) =>
      url.includes('PermissionGrants') ? refused : { body: { value: url.includes('Assignments') ? [] : listed } },
    );
    expect(apps).toMatchObject([{ name: 'ChatGPT', scopes: [] }]);
    expect(gaps).toMatchObject([
      { scope: apps[0]!.id, property: 'scopes', permission: 'Microsoft Graph Directory.Read.All' },
    ]);
  });

  it('an empty directory is no gap', async () => {
    expect(await read(() => ({ body: { value: [] } }))).toEqual({ apps: [], gaps: [] });
  });
});
