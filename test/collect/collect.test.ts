import { collectSurvey, collectUnit, permissionsOf, type UnitInput } from '../../src/collect/collect';
import { childCollector, surveyCollector, type Body, type ChildCollector } from '../../src/collect/collector';
import { NotARead } from '../../src/collect/failures';
import { matches } from '../../src/collect/rights';
import type { Resource } from '../../src/model/resource';
import { defaultBase } from './resources';
import { ToldAzure, broken, late, notFound, refused, type Told } from './answers';

const one = '11111111-1111-4111-8111-111111111111';
const two = '22222222-2222-4222-8222-222222222222';
const inSub = (sub: string, rest: string) => `/subscriptions/${sub}/resourcegroups/rg/providers/${rest}`;
const account = inSub(one, 'microsoft.cognitiveservices/accounts/a');
const endpoint = inSub(one, 'microsoft.machinelearningservices/workspaces/w/onlineendpoints/e');
const workspace = inSub(one, 'microsoft.machinelearningservices/workspaces/w');
const storage = (sub: string, name: string) => inSub(sub, `microsoft.storage/storageaccounts/${name}`);

/** What tells which things a resource uses: by default nothing. */
const usesNothing = { identity: { userAssignedIds: [] }, networkInjections: [] };
const fake = (kind: Resource['kind'], id: string, more: object = {}): Resource =>
  ({ ...defaultBase, ...usesNothing, kind, id, ...more }) as unknown as Resource;
const idOf = (body: Body): string => String(body['id']).toLowerCase();

const survey = (
  kind: 'aiAccount' | 'storageAccount' | 'subscription',
  query: string,
  type: string,
  permission: string,
) =>
  surveyCollector({
    kind,
    query,
    types: [type],
    permissions: [permission],
    convert: (row) => {
      if (row['poison']) throw new TypeError('poisoned');
      return row['skip'] ? null : { resource: fake(kind, idOf(row)) as never };
    },
  });

const types = {
  aiAccount: 'microsoft.cognitiveservices/accounts',
  storageAccount: 'microsoft.storage/storageaccounts',
  subscription: 'microsoft.resources/subscriptions',
};
const surveyors = [
  survey('aiAccount', 'resources', types.aiAccount, 'Microsoft.CognitiveServices/accounts/read'),
  survey('storageAccount', 'resources', types.storageAccount, 'Microsoft.Storage/storageAccounts/read'),
  survey('subscription', 'containers', types.subscription, 'Microsoft.Resources/subscriptions/read'),
];
const subRow = (sub: string) => ({ id: `/subscriptions/${sub}`, type: types.subscription });
const permissions = (sub: string) => `/subscriptions/${sub}/providers/Microsoft.Authorization/permissions`;
const readerOn = (sub: string): Record<string, Told> => ({
  [permissions(sub)]: [{ actions: ['*/read'], notActions: [] }],
});
const listed = (...subs: string[]) =>
  subs.map((subscriptionId) => ({ subscriptionId, displayName: 'Same name', state: 'Enabled' }));

const surveyOf = (told: Record<string, Told>, scopes: string[] = []) => {
  const azure = new ToldAzure(told);
  return collectSurvey({ azure, collectors: surveyors, scopes }).then((found) => ({ azure, found }));
};
const brief = (gaps: readonly { kind: string; scope: string; reason: string; permission: string }[]) =>
  gaps.map(({ kind, scope, reason, permission }) => [kind, scope, reason, permission].join(' ')).sort();

describe('the survey', () => {
  const healthy = {
    '/subscriptions': listed(one, two),
    resources: [
      {
        id: account.toUpperCase().replace('/SUBSCRIPTIONS/', '/subscriptions/'),
        type: 'Microsoft.CognitiveServices/accounts',
      },
      { id: account, type: types.aiAccount },
      { id: storage(two, 's'), type: types.storageAccount },
      { id: storage(two, 'other'), type: types.storageAccount, skip: true },
      { id: '/providers/microsoft.other/x', type: 'microsoft.other' },
    ],
    containers: [subRow(one), subRow(two)],
    ...readerOn(one),
    ...readerOn(two),
  } satisfies Record<string, Told>;

  it('parts rows into units by id, each once, and reads a shared query once', async () => {
    const { azure, found } = await surveyOf(healthy);
    const ids = [...found.units].map(([unit, { resources, gaps }]) => [unit, resources.map(({ id }) => id), gaps]);
    expect(ids).toEqual([
      [one, [`/subscriptions/${one}`, account], []],
      [two, [`/subscriptions/${two}`, storage(two, 's')], []],
    ]);
    expect(azure.asked.filter((path) => path === 'resources')).toHaveLength(1);
    expect(found.tenant.gaps).toEqual([]);
  });

  it('says that a subscription is hidden which only the list knows, and keeps its name', async () => {
    const { found } = await surveyOf({ ...healthy, containers: [subRow(one)], resources: [] });
    expect(brief(found.units.get(two)!.gaps)).toEqual(
      ['aiAccount', 'storageAccount', 'subscription'].map((kind) => `${kind} /subscriptions/${two} notVisible */read`),
    );
    expect(found.subscriptions.map(({ id, displayName }) => [id, displayName])).toContainEqual([
      `/subscriptions/${two}`,
      'Same name',
    ]);
    expect(found.units.get(one)!.gaps).toEqual([]);
  });

  it('tells a disabled subscription as disabled, not as a missing right', async () => {
    const off = [{ subscriptionId: two, displayName: 'Off', state: 'Disabled' }];
    const { found } = await surveyOf({ ...healthy, '/subscriptions': off, containers: [subRow(one)], resources: [] });
    const { gaps, resources } = found.units.get(two)!;
    expect(resources).toMatchObject([{ kind: 'subscription', state: 'Disabled' }]);
    expect(gaps[0]).toMatchObject({ permission: '', detail: expect.stringContaining('Disabled') as string });
  });

  it('makes a failed query a gap of every kind it feeds in every unit, and keeps the rows before it', async () => {
    const { found } = await surveyOf({ ...healthy, resources: [{ id: account, type: types.aiAccount }, broken()] });
    for (const unit of [one, two])
      expect(brief(found.units.get(unit)!.gaps)).toEqual(
        ['aiAccount', 'storageAccount'].map((kind) => `${kind} /subscriptions/${unit} failed `),
      );
    expect(brief(found.tenant.gaps)).toEqual(['aiAccount / failed ', 'storageAccount / failed ']);
    expect(found.units.get(one)!.resources.map(({ id }) => id)).toContain(account);
  });

  it('turns one bad row into one gap at its id', async () => {
    const bad = { id: storage(two, 'bad'), type: types.storageAccount, poison: true };
    const { found } = await surveyOf({ ...healthy, resources: [bad, { id: account, type: types.aiAccount }] });
    expect(brief(found.units.get(two)!.gaps)).toEqual([`storageAccount ${bad.id} failed `]);
    expect(found.units.get(one)!.resources).toHaveLength(2);
  });

  it('names the kinds that the identity has no right to, since Resource Graph leaves them out in silence', async () => {
    const blocks = [{ actions: ['*'], notActions: ['microsoft.storage/*/READ'] }];
    const { found } = await surveyOf({ ...healthy, [permissions(two)]: blocks });
    expect(brief(found.units.get(two)!.gaps)).toEqual([
      `storageAccount /subscriptions/${two} notVisible Microsoft.Storage/storageAccounts/read`,
    ]);
  });

  it.each([
    ['is not supported', notFound('InvalidResourceType'), 0],
    ['is refused', refused(), 0],
    ['never came', late(), 3],
  ])('when the answer on own rights %s', async (_, told, gaps) => {
    const { found } = await surveyOf({ ...healthy, [permissions(two)]: told });
    expect(found.units.get(two)!.gaps).toHaveLength(gaps);
  });

  it('says so when the list of subscriptions could not be read', async () => {
    const { found } = await surveyOf({ ...healthy, '/subscriptions': refused() });
    expect(brief(found.tenant.gaps)).toEqual(['subscription / forbidden Microsoft.Resources/subscriptions/read']);
  });

  it('expects the subscriptions named as scopes, and those below a management group', async () => {
    const descendants = '/providers/Microsoft.Management/managementGroups/mg/descendants';
    const told = {
      ...healthy,
      containers: [],
      resources: [],
      [descendants]: [{ id: `/subscriptions/${two}` }, { id: 'mg/x' }],
    };
    expect([...(await surveyOf(told, ['mg'])).found.units.keys()]).toEqual([two]);
    expect([...(await surveyOf(told, [one])).found.units.keys()]).toEqual([one]);
  });

  it('lets a fault of this program through', async () => {
    const attempt = surveyOf({ ...healthy, resources: new NotARead('POST', '/x') });
    await expect(attempt).rejects.toBeInstanceOf(NotARead);
  });
});

const children = (
  kind: 'deployment' | 'onlineEndpoint' | 'onlineDeployment' | 'blobContainer' | 'diagnosticSetting',
  parents: ChildCollector['parents'],
  list: string,
): ChildCollector =>
  childCollector({
    kind,
    parents,
    permissions: [`${list}/read`],
    read: (azure, parent) => azure.list(`${parent.id}/${list}`, 'v1'),
    convert: (body, parent) => {
      if (body['poison']) throw new TypeError('poisoned');
      return { resource: fake(kind, idOf(body), { parentId: parent.id }) as never };
    },
  });

const childrens = [
  children('deployment', ['aiAccount'], 'deployments'),
  children('onlineEndpoint', ['mlWorkspace'], 'onlineendpoints'),
  children('onlineDeployment', ['onlineEndpoint'], 'deployments'),
  children('blobContainer', ['storageAccount'], 'containers'),
];

const theAccount = fake('aiAccount', account, { userOwnedStorage: [], hosts: [] });
const theWorkspace = (uses: object = {}) => fake('mlWorkspace', workspace, uses);
const theStorage = (sub: string, name: string) =>
  fake('storageAccount', storage(sub, name), { hosts: [`${name}.blob.x`] });
const deployment = `${account}/deployments/d`;

const unitOf = async (told: Record<string, Told>, input: Partial<UnitInput>) => {
  const azure = new ToldAzure(told);
  const snapshot = await collectUnit({
    azure,
    unit: one,
    takenAt: azure.now,
    surveyed: [theAccount],
    childCollectors: childrens,
    resolve: () => Promise.resolve([]),
    wasThere: [],
    versionFor: () => 'v1',
    ...input,
  });
  return { azure, snapshot, ids: snapshot.resources.map(({ id }) => id), gaps: brief(snapshot.gaps) };
};
const there = { [account]: [{ id: account }], [workspace]: [{ id: workspace }] };
const none = { [`${account}/deployments`]: [] };

describe('a unit', () => {
  it('reads children of children', async () => {
    const told = {
      [`${workspace}/onlineendpoints`]: [{ id: endpoint }],
      [`${endpoint}/deployments`]: [{ id: `${endpoint}/deployments/blue` }],
    };
    const { ids, gaps } = await unitOf(told, { surveyed: [theWorkspace()] });
    expect(ids).toEqual([workspace, endpoint, `${endpoint}/deployments/blue`]);
    expect(gaps).toEqual([]);
  });

  it.each<[string, Told, string[]]>([
    ['403 that names the right', refused('Microsoft.X/read'), [`deployment ${account} forbidden Microsoft.X/read`]],
    ['403 that does not', refused(), [`deployment ${account} forbidden deployments/read`]],
    ['404 while the account is there', notFound(), []],
    ['500', broken(), [`deployment ${account} failed `]],
    ['the deadline', late(), [`deployment ${account} timedOut `]],
    ['a page that fails after another', [{ id: deployment }, broken()], [`deployment ${account} failed `]],
    ['a bad body', [{ id: deployment, poison: true }], [`deployment ${deployment} failed `]],
  ])('a child list answers %s', async (_, told, expected) => {
    expect((await unitOf({ ...there, [`${account}/deployments`]: told }, {})).gaps).toEqual(expected);
  });

  it('drops an account that was listed but is not there, and calls it gone', async () => {
    const wasThere = [
      { id: account, kind: 'aiAccount' as const },
      { id: deployment, kind: 'deployment' as const },
    ];
    const { snapshot, ids, gaps } = await unitOf({}, { wasThere });
    expect([ids, gaps, snapshot.gone]).toEqual([[], [], [account, deployment]]);
  });

  it('does not call anything gone because the subscription cannot be seen', async () => {
    const told = {
      [`${account}/deployments`]: notFound('SubscriptionNotFound'),
      [account]: notFound('SubscriptionNotFound'),
    };
    const { ids, snapshot, gaps } = await unitOf(told, { wasThere: [{ id: deployment, kind: 'deployment' }] });
    expect([ids, snapshot.gone, gaps]).toEqual([[account], [], [`deployment ${account} failed `]]);
  });

  it('tells that what hangs below an unread kind is unread, unless other parents were read', async () => {
    const gap = {
      kind: 'mlWorkspace',
      scope: `/subscriptions/${one}`,
      reason: 'notVisible',
      permission: 'r',
      detail: '',
    } as const;
    const blind = await unitOf(none, { gaps: [gap] });
    expect(blind.gaps).toEqual(
      ['mlWorkspace', 'onlineDeployment', 'onlineEndpoint'].map((kind) => `${kind} /subscriptions/${one} notVisible r`),
    );
    const settings = children('diagnosticSetting', ['aiAccount', 'mlWorkspace'], 'settings');
    const told = { ...there, ...none, [`${account}/settings`]: [] };
    const partly = await unitOf(told, { gaps: [gap], childCollectors: [settings] });
    expect(partly.gaps).toEqual([`mlWorkspace /subscriptions/${one} notVisible r`]);
  });
});

describe('surroundings', () => {
  const told = {
    ...there,
    [`${workspace}/onlineendpoints`]: [],
    [`${storage(one, 'used')}/containers`]: [{ id: `${storage(one, 'used')}/containers/c` }],
    [`${storage(two, 'far')}/containers`]: [{ id: `${storage(two, 'far')}/containers/c` }],
  };
  const uses = (id: string) => theWorkspace({ storageAccountId: id });

  it('are kept and read only where an AI resource uses them', async () => {
    const surveyed = [uses(storage(one, 'used')), theStorage(one, 'used'), theStorage(one, 'idle')];
    const { ids, azure } = await unitOf(told, { surveyed });
    expect(ids).toEqual([workspace, storage(one, 'used'), `${storage(one, 'used')}/containers/c`]);
    expect(azure.asked.some((path) => path.includes('idle'))).toBe(false);
  });

  it('of another unit come as context, with their children', async () => {
    const asked: unknown[] = [];
    const { snapshot, ids, gaps } = await unitOf(told, {
      surveyed: [uses(storage(two, 'far'))],
      resolve: (wanted) => {
        asked.push(...wanted);
        return Promise.resolve([theStorage(two, 'far')]);
      },
    });
    expect(asked).toEqual([{ from: workspace, targetId: storage(two, 'far') }]);
    expect(ids).toEqual([workspace]);
    expect(snapshot.context.map(({ id }) => id)).toEqual([storage(two, 'far'), `${storage(two, 'far')}/containers/c`]);
    expect(gaps).toEqual([]);
  });

  const right = 'Microsoft.Storage/storageAccounts/read';
  it.each<[string, Told, string[]]>([
    ['refused', refused(), [`storageAccount ${storage(two, 'far')} notVisible ${right}`]],
    [
      'in a subscription out of sight',
      notFound('SubscriptionNotFound'),
      [`storageAccount ${storage(two, 'far')} notVisible ${right}`],
    ],
    ['there after all', [{}], [`storageAccount ${storage(two, 'far')} failed `]],
    ['out of reach', broken(), [`storageAccount ${storage(two, 'far')} failed `]],
    ['deleted: the reference dangles', notFound(), []],
  ])('that nobody finds are asked for by id: %s', async (_, answer, expected) => {
    const { gaps } = await unitOf(
      { ...told, [storage(two, 'far')]: answer },
      { surveyed: [uses(storage(two, 'far'))] },
    );
    expect(gaps.filter((gap) => gap.startsWith('storageAccount'))).toEqual(expected);
    // What hangs below it is as unread as it is itself.
    expect(gaps.filter((gap) => gap.startsWith('blobContainer'))).toHaveLength(expected.length);
  });

  it('stay when they were there before and nobody uses them any more', async () => {
    const idle = storage(one, 'idle');
    const { ids, snapshot } = await unitOf(
      { ...told, ...none, [`${idle}/containers`]: [] },
      { surveyed: [theAccount, theStorage(one, 'idle')], wasThere: [{ id: idle, kind: 'storageAccount' }] },
    );
    expect([ids, snapshot.gone]).toEqual([[account, idle], []]);
  });

  it('private endpoints and assessments are kept only where they concern the inventory', async () => {
    const link = (name: string, targetId: string) =>
      fake('privateEndpoint', inSub(one, `microsoft.network/privateendpoints/${name}`), {
        connections: [{ targetId }],
      });
    const assessment = (name: string, resourceId: string) =>
      fake('assessment', `${resourceId}/assess/${name}`, { resourceId });
    const surveyed = [
      theAccount,
      link('ours', account),
      link('theirs', inSub(one, 'microsoft.sql/servers/s')),
      assessment('ours', account),
      assessment('whole', `/subscriptions/${one}`),
      assessment('theirs', inSub(one, 'microsoft.compute/virtualmachines/v')),
    ];
    const { ids } = await unitOf(none, { surveyed });
    expect(ids.filter((id) => id.includes('theirs'))).toEqual([]);
    expect(ids).toHaveLength(4);
  });
});

describe('what disappeared', () => {
  const other = inSub(one, 'microsoft.cognitiveservices/accounts/other');
  const held = [
    { id: other, kind: 'aiAccount' as const },
    { id: `${other}/deployments/d`, kind: 'deployment' as const },
  ];

  it('is gone after a 404, and its children with it, unasked', async () => {
    const { snapshot, gaps, azure } = await unitOf(none, { wasThere: held });
    expect([snapshot.gone, gaps]).toEqual([held.map(({ id }) => id), []]);
    expect(azure.asked.filter((path) => path.startsWith(other))).toEqual([other]);
  });

  it.each<[string, Told, string]>([
    ['still answers', [{ id: other }], `aiAccount ${other} failed `],
    ['is refused', refused('r'), `aiAccount ${other} forbidden r`],
    ['is in a subscription out of sight', notFound('SubscriptionNotFound'), `aiAccount ${other} failed `],
    ['does not answer', late(), `aiAccount ${other} timedOut `],
  ])('is in doubt when it %s', async (_, told, expected) => {
    const { snapshot, gaps } = await unitOf({ ...none, [other]: told }, { wasThere: held });
    expect(snapshot.gone).toEqual([]);
    expect(gaps).toContain(expected);
  });

  it('is not asked for under a gap: not seen is not gone', async () => {
    const gap = {
      kind: 'aiAccount',
      scope: `/subscriptions/${one}`,
      reason: 'notVisible',
      permission: 'r',
      detail: '',
    } as const;
    const { snapshot, azure } = await unitOf(none, { gaps: [gap], wasThere: held });
    expect(snapshot.gone).toEqual([]);
    expect(azure.asked.filter((path) => path.startsWith(other))).toEqual([]);
  });

  it('a child missing from a list read whole is asked for', async () => {
    const wasThere = [{ id: deployment, kind: 'deployment' as const }];
    expect((await unitOf(none, { wasThere })).snapshot.gone).toEqual([deployment]);
    const refusedList = { [`${account}/deployments`]: refused() };
    expect((await unitOf(refusedList, { wasThere })).snapshot.gone).toEqual([]);
  });

  it('beyond the bound is in doubt', async () => {
    const many = Array.from({ length: 5 }, (_, n) => ({
      id: `${account}/deployments/d${n}`,
      kind: 'deployment' as const,
    }));
    const { snapshot } = await unitOf(none, { wasThere: many, mostConfirmations: 3 });
    expect(snapshot.gone).toHaveLength(3);
    expect(snapshot.gaps.map(({ reason }) => reason)).toEqual(['bounded', 'bounded']);
  });
});

describe('rights', () => {
  it.each([
    ['*', 'Microsoft.X/a/read', true],
    ['*/read', 'Microsoft.X/a/read', true],
    ['*/READ', 'microsoft.x/a/read', true],
    ['Microsoft.X/*', 'Microsoft.X/a/read', true],
    ['Microsoft.X/*/read', 'Microsoft.X/a/b/read', true],
    ['Microsoft.X/a', 'Microsoft.X/a/read', false],
    ['MicrosoftaX/*', 'Microsoft.X/a/read', false],
    ['*/write', 'Microsoft.X/a/read', false],
  ])('%s on %s: %s', (pattern, action, expected) => expect(matches(pattern, action)).toBe(expected));

  it('are listed once each, with the kinds that need them and those that collect.ts needs itself', () => {
    const rights = permissionsOf([...surveyors, ...childrens]);
    expect(rights.find(({ permission }) => permission === 'deployments/read')?.kinds).toEqual([
      'deployment',
      'onlineDeployment',
    ]);
    expect(rights.map(({ permission }) => permission)).toContain('Microsoft.Authorization/permissions/read');
    expect(new Set(rights.map(({ permission }) => permission)).size).toBe(rights.length);
  });
});
