import { openAzure } from '../../src/collect/azure';
import { collectPrincipals } from '../../src/collect/graph';
import { startScripted, type Arrived, type Reply, type ScriptedAzure } from './scriptedAzure';
import { VirtualClock } from './virtualClock';

let server: ScriptedAzure;
afterEach(() => server.close());

const user = (id: string, more: object = {}) => ({
  '@odata.type': '#microsoft.graph.user',
  id,
  userType: 'Member',
  ...more,
});
const group = (id: string) => ({ '@odata.type': '#microsoft.graph.group', id, displayName: `group ${id}` });
const application = (id: string, servicePrincipalType = 'Application') => ({
  ...{
    '@odata.type': '#microsoft.graph.servicePrincipal',
    id,
    displayName: id,
    appId: `app-${id}`,
    servicePrincipalType,
  },
  passwordCredentials: [{ startDateTime: '2026-01-01T00:00:00Z', endDateTime: '2028-01-01T00:00:00Z' }],
  keyCredentials: [{ startDateTime: '2024-01-01T00:00:00Z', endDateTime: '2026-12-01T00:00:00Z' }],
});

/** What the registration of an application holds beside its service principal. */
const registrations = new Map([
  [
    'app-s1',
    {
      appId: 'app-s1',
      passwordCredentials: [
        { startDateTime: '2025-01-01T00:00:00Z', endDateTime: '2027-01-01T00:00:00Z', secretText: 'canary' },
      ],
      keyCredentials: [{ startDateTime: 'x', endDateTime: null }],
    },
  ],
]);

type Inner = (url: string, count: number) => { status: number; headers?: object; body?: unknown };

interface Directory {
  readonly objects: readonly { readonly id: string }[];
  readonly members?: Readonly<Record<string, readonly string[]>>;
  readonly owners?: Readonly<Record<string, readonly string[]>>;
  /** App ids that are registered in another tenant. */
  readonly foreign?: readonly string[];
  readonly inner?: Inner;
  readonly lookUp?: Reply;
  readonly pageSize?: number;
}

/** Who a request of a batch is about: an application by its app id, anyone else by object id. */
function askedIn(url: string): { readonly appId: string; readonly id: string } {
  const appId = /^\/applications\(appId='([^']+)'\)/.exec(url)?.[1] ?? '';
  return { appId, id: appId || (/^\/\w+\/([^/?]+)/.exec(url)?.[1] ?? '') };
}

/** A directory that pages members and answers batches from its own objects. */
function directory({ objects, members = {}, owners = {}, foreign = [], inner, lookUp, pageSize = 2 }: Directory) {
  const innerCounts = new Map<string, number>();
  const single: Inner = (url) => {
    const { appId, id } = askedIn(url);
    if (foreign.includes(id)) return { status: 404 };
    if (url.includes('/owners?'))
      return { status: 200, body: { value: (owners[id] ?? []).map((owner) => ({ id: owner })) } };
    if (appId) return { status: 200, body: registrations.get(appId) ?? { appId } };
    const found = objects.find(({ id }) => url.includes(`/${id}?`));
    return found ? { status: 200, body: found } : { status: 404 };
  };
  const batch = (body: string): Reply => {
    const { requests } = JSON.parse(body) as { requests: { id: string; url: string }[] };
    const responses = requests.map(({ id, url }) => {
      const count = (innerCounts.get(url) ?? 0) + 1;
      innerCounts.set(url, count);
      return { id, ...(inner ?? single)(url, count) };
    });
    // Microsoft Graph answers a batch in any order.
    return { body: { responses: responses.reverse() } };
  };
  const membersOf = ({ url }: Arrived): Reply => {
    const [, id = '', from = '0'] = /groups\/([^/]+)\/transitiveMembers.*?(?:from=(\d+))?$/.exec(url) ?? [];
    const all = members[id];
    if (!all) return { status: 403, body: { error: { code: 'Authorization_RequestDenied', message: 'no' } } };
    const next = Number(from) + pageSize;
    const link =
      next < all.length
        ? { '@odata.nextLink': `${server.origin}/v1.0/groups/${id}/transitiveMembers?from=${next}` }
        : {};
    return { body: { value: all.slice(Number(from), next).map((member) => ({ id: member })), ...link } };
  };
  return (request: Arrived): Reply => {
    if (request.url.includes('getByIds')) {
      const { ids } = JSON.parse(request.body) as { ids: string[] };
      return lookUp ?? { body: { value: objects.filter(({ id }) => ids.includes(id.toLowerCase())) } };
    }
    return request.url.includes('$batch') ? batch(request.body) : membersOf(request);
  };
}

async function collect(what: Directory, ids: readonly string[], mostMembers?: number) {
  server = await startScripted(directory(what));
  const clock = new VirtualClock();
  const azure = openAzure({
    clock,
    credential: { getToken: () => Promise.resolve({ token: 't', expiresOnTimestamp: clock.now() + 3_600_000 }) },
    armEndpoint: server.origin,
    graphEndpoint: server.origin,
    scopesOfTokens: { arm: 'a', graph: 'g' },
    deadline: clock.now() + 3_600_000,
  });
  const { principals, gaps } = await collectPrincipals(azure.graph, ids, mostMembers);
  return { principals, gaps, byId: new Map(principals.map((principal) => [principal.id, principal])), clock };
}

describe('principals', () => {
  it('are known by type, guests and credentials by their dates', async () => {
    const invited = user('u2', { userType: undefined, userPrincipalName: 'x_contoso.com#EXT#@fabrikam.com' });
    const objects = [
      user('U1'),
      invited,
      user('u3', { userType: 'Guest' }),
      application('s1'),
      application('m1', 'ManagedIdentity'),
    ];
    const { byId, gaps, principals } = await collect({ objects }, ['U1', 'u1', 'u2', 'u3', 's1', 'm1']);
    expect(principals).toHaveLength(5);
    expect(['u1', 'u2', 'u3'].map((id) => byId.get(id)?.isGuest)).toEqual([false, true, true]);
    expect(byId.get('s1')).toMatchObject({
      ...{ known: 'known', principalType: 'ServicePrincipal', appId: 'app-s1' },
      credentials: [
        { startsAt: '', endsAt: '' },
        { startsAt: '2024-01-01T00:00:00.000Z', endsAt: '2026-12-01T00:00:00.000Z' },
        { startsAt: '2025-01-01T00:00:00.000Z', endsAt: '2027-01-01T00:00:00.000Z' },
        { startsAt: '2026-01-01T00:00:00.000Z', endsAt: '2028-01-01T00:00:00.000Z' },
      ],
    });
    expect(byId.get('m1')).toMatchObject({ principalType: 'ManagedIdentity', credentials: [] });
    expect(gaps).toEqual([]);
    expect(JSON.stringify(principals)).not.toContain('canary');
    expect(server.arrived[0]!.headers.authorization).toBe('Bearer t');
  });

  it('have owners, of the application and its service principal, of a group; owners are known too', async () => {
    const objects = [application('s1'), { ...group('g1'), isAssignableToRole: true }, user('u1'), user('u2')];
    const { byId, gaps } = await collect(
      { objects, owners: { s1: ['U1'], 'app-s1': ['u2', 'u1'], g1: ['u2'] }, members: { g1: [] } },
      ['s1', 'g1'],
    );
    expect(['s1', 'g1'].map((id) => byId.get(id)?.ownerIds)).toEqual([['u1', 'u2'], ['u2']]);
    expect(['s1', 'g1'].map((id) => byId.get(id)?.isRoleAssignable)).toEqual([false, true]);
    expect(byId.get('u1')?.known).toBe('known');
    expect(gaps).toEqual([]);
  });

  it('registered in another tenant leave their credentials and owners unsaid, which is no failure', async () => {
    const { gaps, byId } = await collect({ objects: [application('s2')], foreign: ['app-s2'] }, ['s2']);
    expect(gaps.map(({ property, reason, scope }) => [property, reason, scope])).toEqual([
      ['credentials', 'notStated', 's2'],
      ['ownerIds', 'notStated', 's2'],
    ]);
    expect(byId.get('s2')?.credentials).toHaveLength(2);
  });

  it('without an object are deleted', async () => {
    const { byId, gaps } = await collect({ objects: [user('u1')] }, ['u1', 'x']);
    expect([byId.get('x')?.known, gaps]).toEqual(['deleted', []]);
  });

  it('are unread, never deleted, where Graph is refused, with one gap for the tenant', async () => {
    const lookUp = {
      status: 403,
      body: { error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges' } },
    };
    const { principals, gaps } = await collect({ objects: [], lookUp }, ['x', 'y']);
    expect(principals.map(({ known }) => known)).toEqual(['unread', 'unread']);
    expect(gaps).toMatchObject([
      { kind: 'principal', scope: '/', reason: 'forbidden', permission: 'Microsoft Graph Directory.Read.All' },
    ]);
  });

  it('are asked for a thousand at a time, more about them twenty', async () => {
    const objects = Array.from({ length: 1001 }, (_, n) => user(`u${n}`));
    const { principals } = await collect(
      { objects: [...objects, ...Array.from({ length: 41 }, (_, n) => application(`s${n}`))] },
      [...objects.map(({ id }) => id), ...Array.from({ length: 41 }, (_, n) => `s${n}`)],
    );
    expect(principals.filter(({ known }) => known === 'known')).toHaveLength(1042);
    expect(server.arrived.filter(({ url }) => url.endsWith('getByIds'))).toHaveLength(2);
    expect(server.arrived.filter(({ url }) => url.endsWith('$batch'))).toHaveLength(9); // four reads of each of 41
  });
});

describe('a batch', () => {
  it('asks again for inner throttles, waits as they say, and keeps each answer with its request', async () => {
    const objects = ['s1', 's2', 's3'].map((id) => application(id));
    const inner: Inner = (url, count) =>
      url.includes('/s2?') && count === 1
        ? { status: 429, headers: { 'Retry-After': '7' } }
        : {
            status: 200,
            body: {
              ...application('x'),
              keyCredentials: [],
              passwordCredentials: [{ endDateTime: `20${/s(\d)/.exec(url)?.[1] ?? ''}0-01-01T00:00:00Z` }],
            },
          };
    const { byId, gaps, clock } = await collect({ objects, inner }, ['s1', 's2', 's3']);
    expect(gaps).toEqual([]);
    expect(['s1', 's2', 's3'].map((id) => byId.get(id)?.credentials[0]?.endsAt.slice(0, 4))).toEqual([
      '2010',
      '2020',
      '2030',
    ]);
    expect(clock.slept).toContain(7_000);
  });

  it('makes an inner refusal a gap on that property of that principal', async () => {
    const inner: Inner = (url) => (url.includes('/s2?') ? { status: 403 } : { status: 200, body: application('s1') });
    const { gaps, byId } = await collect({ objects: [application('s1'), application('s2')], inner }, ['s1', 's2']);
    expect(gaps).toMatchObject([
      {
        ...{ kind: 'principal', scope: 's2', property: 'credentials', reason: 'forbidden' },
        permission: 'Microsoft Graph Application.Read.All',
      },
    ]);
    expect(byId.get('s2')?.known).toBe('known');
  });

  it('throttled for ever ends as gaps', async () => {
    const { gaps } = await collect({ objects: [application('s1')], inner: () => ({ status: 429 }) }, ['s1']);
    expect(gaps).toMatchObject([
      { scope: 's1', property: 'credentials', reason: 'failed' },
      { scope: 's1', property: 'ownerIds', reason: 'failed' },
    ]);
  });
});

describe('groups', () => {
  it('hold their members over all pages, and the members are known too', async () => {
    const objects = [group('g1'), user('u1'), user('u2', { userType: 'Guest' }), group('g2'), user('u3')];
    const { byId, gaps } = await collect({ objects, members: { g1: ['u2', 'u1', 'g2', 'u3'] } }, ['g1']);
    expect(byId.get('g1')?.memberIds).toEqual(['g2', 'u1', 'u2', 'u3']);
    expect(byId.get('u2')).toMatchObject({ known: 'known', isGuest: true });
    expect(gaps).toEqual([]);
  });

  it('without the right to their members say so', async () => {
    const { byId, gaps } = await collect({ objects: [group('g1')] }, ['g1']);
    expect(byId.get('g1')?.memberIds).toBeNull();
    expect(gaps).toMatchObject([
      { scope: 'g1', property: 'memberIds', reason: 'forbidden', permission: 'Microsoft Graph GroupMember.Read.All' },
    ]);
  });

  it('larger than the bound are not half read', async () => {
    const many = Array.from({ length: 30 }, (_, n) => `u${n}`);
    const { byId, gaps } = await collect({ objects: [group('g1')], members: { g1: many } }, ['g1'], 10);
    expect(byId.get('g1')?.memberIds).toBeNull();
    expect(gaps).toMatchObject([{ scope: 'g1', property: 'memberIds', reason: 'bounded', permission: '' }]);
    expect(server.arrived.filter(({ url }) => url.includes('transitiveMembers')).length).toBeLessThan(10);
  });
});
