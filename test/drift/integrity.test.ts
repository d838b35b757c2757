import fc from 'fast-check';
import type { Integrity } from '../../src/model/drift';
import { safe } from '../kit/safe';
import { changesOf, deployed, gpt, listed, wrote, type Story } from './estates';

const was = '2024-08-06';
const is = '2024-11-20';
const follows = { versionUpgradeOption: 'OnceNewDefaultVersionAvailable' };
const expires = { versionUpgradeOption: 'OnceCurrentVersionExpired' };
const pinned = { versionUpgradeOption: 'NoAutoUpgrade' };
const old = (more: object = {}) => deployed({ version: was }, more);
const fresh = (more: object = {}) => deployed({ version: is }, more);

/** From one version to the next, each with its catalogue entry, nobody in the log unless told. */
const moves = (
  option: object,
  entry: object,
  more: Partial<Story> = {},
  next = fresh(option),
  nextEntry = {},
): Story => ({
  before: [old(option), listed(old(option), entry)],
  after: [next, listed(next, nextEntry)],
  events: [],
  ...more,
});
const announced = { replacement: `gpt-4o ${is}`, autoUpgradeStartDate: '2026-11-20T00:00:00.000Z' };
const guest = { caller: 'x_y.example#EXT#@halden.example', callerType: 'guest' as const };
const acct = safe('aiAccount');
const connection = safe('connection', { authType: 'ApiKey' });
const version = safe('modelVersion');
const rail = safe('guardrail', { type: 'SystemManaged' });
const swapped = { ...rail, contentFilters: rail.contentFilters.slice(1) };
const approvedState = { scope: gpt.id, state: { 'model.version': is } };
const role = (createdAt: string) => safe('roleAssignment', { principalId: 'p-7', createdAt });
const logGap = {
  kind: 'activityEvent',
  scope: '/subscriptions/s',
  reason: 'forbidden',
  permission: 'x',
  detail: '',
} as const;
const opened = { ...acct, localAuthDisabled: false };

/** A hit and its nearest miss for each row; '' = no change that is classed. */
const planted: readonly (readonly [string, Story, Integrity | ''])[] = [
  [
    '1 only capacity moved',
    { before: [gpt], after: [{ ...gpt, capacity: 77, capabilities: { x: 'true' } }], events: [] },
    '',
  ],
  [
    '1 miss: capacity and the guardrail',
    { before: [gpt], after: [{ ...gpt, capacity: 77, raiPolicyName: 'lax' }], events: [] },
    'unknownCause',
  ],
  ['2 the new version is approved', moves(pinned, {}, { policy: { approvedStates: [approvedState] } }), 'approved'],
  [
    '2 miss: approved, but another guardrail came with it',
    moves(pinned, {}, { policy: { approvedStates: [approvedState] } }, fresh({ ...pinned, raiPolicyName: 'lax' })),
    'tampering',
  ],
  ['3 the log could not be read', moves(pinned, {}, { gaps: [logGap] }), 'unknownCause'],
  [
    '3 miss: another subscription has the gap',
    moves(pinned, {}, { gaps: [{ ...logGap, scope: '/subscriptions/t' }] }),
    'tampering',
  ],
  ['4 the announced target on its date', moves(follows, announced), 'automatic'],
  [
    '4 miss: a month before its date',
    moves(follows, { ...announced, autoUpgradeStartDate: '2026-12-24T00:00:00.000Z' }),
    'unknownCause',
  ],
  [
    '5 moves as the old version is about to retire',
    moves(expires, { replacement: `gpt-4o ${is}`, retiresAt: '2026-12-01T00:00:00.000Z', upgradeLeadDays: 7 }),
    'automatic',
  ],
  [
    '5 miss: retires in two months',
    moves(expires, { replacement: `gpt-4o ${is}`, retiresAt: '2027-01-24T00:00:00.000Z', upgradeLeadDays: 7 }),
    'unknownCause',
  ],
  [
    '6 a retired version is moved to its target',
    moves({ versionUpgradeOption: '' }, { replacement: `gpt-4o ${is}`, retiresAt: '2026-11-20T00:00:00.000Z' }),
    'automatic',
  ],
  [
    '6 miss: pinned, it should have stopped',
    moves(pinned, { replacement: `gpt-4o ${is}`, retiresAt: '2026-11-20T00:00:00.000Z' }),
    'tampering',
  ],
  [
    '7 moved back a version with nobody in the log',
    moves(follows, { ...announced }, {}, deployed({ version: '2024-05-13' }, follows)),
    'tampering',
  ],
  [
    '7 miss: somebody moved it back',
    moves(follows, { ...announced }, { events: [wrote(gpt)] }, deployed({ version: '2024-05-13' }, follows)),
    'unapproved',
  ],
  [
    '8 another publisher under the same name',
    moves(
      pinned,
      {},
      { events: [wrote(gpt)] },
      deployed({ format: 'DeepSeek', publisher: 'DeepSeek', name: 'r1' }, pinned),
    ),
    'tampering',
  ],
  [
    '8 miss: another model of the same publisher',
    moves(pinned, {}, { events: [wrote(gpt)] }, deployed({ name: 'gpt-4.1' }, pinned)),
    'unapproved',
  ],
  [
    '9 keys switched on by the same hand half an hour later',
    {
      before: [old(), acct],
      after: [fresh(), opened],
      events: [wrote(gpt, { correlationId: 'a' }), wrote(acct, { correlationId: 'b', at: '2026-11-24T03:40:00Z' })],
    },
    'tampering',
  ],
  [
    '9 miss: by the same hand two hours later',
    {
      before: [old(), acct],
      after: [fresh(), opened],
      events: [wrote(gpt, { correlationId: 'a' }), wrote(acct, { correlationId: 'b', at: '2026-11-24T05:13:00Z' })],
    },
    'unapproved',
  ],
  ['10 a guest', moves(pinned, {}, { events: [wrote(gpt, guest)] }), 'unapproved'],
  [
    '10 miss: the pipeline',
    moves(pinned, {}, { events: [wrote(gpt)], policy: { approvedPrincipals: ['P-7'] } }),
    'approved',
  ],
  [
    '11 deleted and made again, another model',
    {
      before: [old({ createdAt: '2026-01-01T00:00:00Z' })],
      after: [fresh({ createdAt: '2026-11-24T03:12:00Z' })],
      events: [wrote(gpt)],
    },
    'unapproved',
  ],
  [
    '11 miss: made again just as it was',
    {
      before: [old({ createdAt: '2026-01-01T00:00:00Z' })],
      after: [old({ createdAt: '2026-11-24T03:12:00Z' })],
      events: [wrote(gpt)],
    },
    '',
  ],
  [
    '12 somebody changed the guardrail',
    { before: [gpt], after: [{ ...gpt, raiPolicyName: 'lax' }], events: [wrote(gpt)] },
    'unapproved',
  ],
  [
    '12 miss: inside an approved change',
    {
      before: [gpt],
      after: [{ ...gpt, raiPolicyName: 'lax' }],
      events: [wrote(gpt)],
      policy: {
        approvedChanges: [
          { scope: '/subscriptions/s', from: '2026-11-24T03:00:00Z', until: '2026-11-24T04:00:00Z', reason: 'CHG-7' },
        ],
      },
    },
    'approved',
  ],
  [
    '13 other files under a registered version',
    { before: [version], after: [{ ...version, modelUri: `${version.modelUri}x` }], events: [wrote(version)] },
    'tampering',
  ],
  [
    '13 miss: the version was archived',
    { before: [version], after: [{ ...version, isArchived: true }], events: [wrote(version)] },
    'unapproved',
  ],
  [
    '13 the conda file under a registered version',
    { before: [safe('environmentVersion')], after: [safe('environmentVersion', { condaDigest: 'other' })], events: [] },
    'tampering',
  ],
  [
    '13 miss: a further version',
    { before: [version], after: [version, { ...version, id: `${version.id}9` }], events: [] },
    '',
  ],
  ['15 Microsoft changed its built-in guardrail', { before: [rail], after: [swapped], events: [] }, 'automatic'],
  [
    '15 miss: a guardrail of the company',
    { before: [{ ...rail, type: 'UserManaged' }], after: [{ ...swapped, type: 'UserManaged' }], events: [] },
    'unknownCause',
  ],
  [
    '16 the stored key now goes elsewhere',
    { before: [connection], after: [{ ...connection, targetHost: 'evil.example' }], events: [wrote(connection)] },
    'tampering',
  ],
  [
    '16 miss: a connection with an identity',
    {
      before: [{ ...connection, authType: 'AAD' }],
      after: [{ ...connection, authType: 'AAD', targetHost: 'evil.example' }],
      events: [wrote(connection)],
    },
    'unapproved',
  ],
];

const classOf = (story: Story): Integrity | '' => {
  const classes = new Set(changesOf(story).flatMap(({ integrity }) => integrity ?? []));
  return classes.size > 1 ? 'unknownCause' : ([...classes][0] ?? '');
};

test.each(planted)('%s', (_, story, expected) => {
  expect(classOf(story)).toBe(expected);
});

test('the confusion matrix of the planted pairs', () => {
  const names = ['approved', 'automatic', 'unapproved', 'tampering', 'unknownCause'] as const;
  const classed = planted.filter(([, , expected]) => expected !== '');
  const matrix = names.map((truth) =>
    names.map((told) => classed.filter(([, story, expected]) => expected === truth && classOf(story) === told).length),
  );
  const lines = matrix.map(
    (row, at) => `${(names[at] ?? '').padEnd(13)}${row.map((figure) => String(figure).padStart(5)).join('')}`,
  );
  process.stdout.write(
    `\n${planted.length} planted pairs, ${classed.length} of them changes of a model; rows are the truth, columns what is told\n${' '.repeat(13)}${names.map((name) => name.slice(0, 4).padStart(5)).join('')}\n${lines.join('\n')}\n`,
  );
  expect(planted).toHaveLength(32);
  expect(matrix.map((row, at) => row.filter((_, column) => column !== at).reduce((sum, one) => sum + one, 0))).toEqual([
    0, 0, 0, 0, 0,
  ]);
});

describe('a classed change tells', () => {
  const only = (story: Story) => changesOf(story).find(({ integrity }) => integrity !== undefined);

  test('tampering first and at least high', () => {
    const changes = changesOf({
      ...moves(pinned, {}),
      before: [old(pinned), acct],
      after: [fresh(pinned), opened],
      events: [],
    });
    expect(changes[0]).toMatchObject({ integrity: 'tampering', severity: 'high', property: 'model.version' });
    expect(changes[0]?.integrityReason).toContain('no entry of a principal');
  });

  test('a guest one severity up, a colleague not', () => {
    expect(only(moves(pinned, {}, { events: [wrote(gpt, guest)] }))).toMatchObject({ severity: 'medium' });
    expect(only(moves(pinned, {}, { events: [wrote(gpt)] }))).toMatchObject({ severity: 'low' });
  });

  test('somebody whose role is new as out of place', () => {
    const with_ = (createdAt: string) =>
      moves(pinned, {}, { events: [wrote(gpt)], after: [fresh(pinned), listed(fresh(pinned)), role(createdAt)] });
    expect(only(with_('2026-11-23T20:00:00Z'))).toMatchObject({ severity: 'medium' });
    expect(only(with_('2026-11-19T20:00:00Z'))?.integrityReason).toContain('less than 7 days');
    expect(only(with_('2026-01-19T20:00:00Z'))).toMatchObject({ severity: 'low' });
  });

  test('a resource that was made again as such', () => {
    const again = planted.find(([name]) => name.startsWith('11 deleted'))?.[1];
    expect(again && only(again)?.integrityReason).toContain('deleted and made again');
  });

  test('nothing about kinds that hold no model', () => {
    expect(changesOf({ before: [acct], after: [opened], events: [] })[0]).not.toHaveProperty('integrity');
  });

  test('features that the service learned as nothing', () => {
    expect(changesOf({ before: [gpt], after: [{ ...gpt, capabilities: { responses: 'true' } }], events: [] })).toEqual(
      [],
    );
  });
});

test('silence of the log proves nothing of what was written just now', () => {
  const at = (changedAt: string) => moves(pinned, {}, {}, fresh({ ...pinned, changedAt }));
  expect(classOf(at('2026-11-24T05:45:00Z'))).toBe('unknownCause');
  expect(classOf(at('2026-11-24T05:15:00Z'))).toBe('tampering');
});

test('a version that no catalogue was read for is not told as tampering', () => {
  expect(classOf({ before: [old(follows)], after: [fresh(follows)], events: [] })).toBe('unknownCause');
});

/** People and pipelines at work; the rest happens by itself. */
const work: Readonly<Record<string, Partial<Story>>> = {
  colleague: { events: [wrote(gpt)] },
  pipeline: { events: [wrote(gpt)], policy: { approvedPrincipals: ['p-7'] } },
};

/** What happens to a deployment in quiet times: scaling, tags, learned features, a catalogue that moves on, upgrades as announced, people at work. */
const benign = fc
  .record({
    capacity: fc.integer({ min: 1, max: 999 }),
    tag: fc.string(),
    feature: fc.constantFrom('true', 'false'),
    way: fc.constantFrom('none', 'default', 'target', 'expiry', 'retired', 'colleague', 'pipeline'),
    catalogueMoves: fc.boolean(),
    daysLate: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ capacity, tag, feature, way, catalogueMoves, daysLate }): Story => {
    const at = (days: number) => new Date(Date.parse('2026-11-24T06:00:00Z') - days * 86_400_000).toISOString();
    const option = way === 'expiry' || way === 'retired' ? expires : follows;
    const target = { replacement: `gpt-4o ${is}` };
    const entries: Readonly<Record<string, object>> = {
      target: { ...target, autoUpgradeStartDate: at(daysLate) },
      expiry: { ...target, retiresAt: at(daysLate - 20), upgradeLeadDays: 20 },
      retired: { ...target, retiresAt: at(daysLate) },
    };
    const next = {
      ...(way === 'none' ? old(option) : fresh(option)),
      capacity,
      tags: { note: tag },
      capabilities: { feature },
    };
    return {
      before: [old(option), listed(old(option), { isDefaultVersion: !catalogueMoves, ...entries[way] })],
      after: [next, listed(next, { isDefaultVersion: way === 'default' || catalogueMoves })],
      ...work[way],
    };
  });

test('1,000 quiet histories hold no tampering', () => {
  const tally = new Map<string, number>();
  fc.assert(
    fc.property(benign, (story) => {
      const told = classOf(story);
      tally.set(told, (tally.get(told) ?? 0) + 1);
      expect(told).not.toBe('tampering');
    }),
    { numRuns: 1000, seed: 7 },
  );
  process.stdout.write(
    `\n1,000 quiet histories: ${[...tally].map(([name, figure]) => `${name || 'no change of a model'} ${figure}`).join(', ')}\n`,
  );
  expect(tally.get('automatic')).toBeGreaterThan(100);
});
