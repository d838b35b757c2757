import fc from 'fast-check';
import { evaluate } from '../../src/evaluate';
import { defaultPolicy } from '../../src/model/policy';
import type { Resource } from '../../src/model/resource';
import { fail, pass } from '../../src/model/rule';
import { safe } from '../kit/safe';
import { gap, judged, rule, snapshot, storage, strict, workspace } from './snapshots';

const st = safe('storageAccount');
const ws = safe('mlWorkspace');
const onStorage = [strict('storageAccount')];
const ids = (findings: readonly { resourceId: string }[]): string[] => findings.map(({ resourceId }) => resourceId);

describe('surroundings', () => {
  const users: readonly (readonly [string, Resource])[] = [
    ['by id', safe('mlWorkspace', { storageAccountId: storage })],
    ['by id in another case', safe('mlWorkspace', { storageAccountId: storage.toUpperCase() })],
    ['by userOwnedStorage', safe('aiAccount', { userOwnedStorage: [storage] })],
    ['by a connection to its id', safe('connection', { targetResourceId: storage })],
    ['by a connection to its host', safe('connection', { targetHost: 'st.blob.core.windows.net' })],
    ['by a datastore', safe('datastore')],
  ];
  it.each(users)('are judged when used %s', (_, user) =>
    expect(ids(judged({ resources: [user, st] }, onStorage))).toEqual([storage]),
  );

  it('are judged when they live elsewhere and come as context', () =>
    expect(
      ids(judged({ resources: [safe('mlWorkspace', { storageAccountId: storage })], context: [st] }, onStorage)),
    ).toEqual([storage]));

  it.each([
    ['nothing uses them', ws],
    ['only the name is alike', safe('connection', { targetHost: 'st.example.net' })],
    ['only a longer id is used', safe('mlWorkspace', { storageAccountId: `${storage}2` })],
    ['a datastore has the name at another suffix', safe('datastore', { endpointSuffix: 'core.example.net' })],
    ['a datastore names no account', safe('datastore', { accountName: '' })],
    [
      'a connection names an id that is not theirs, at their host',
      safe('connection', { targetResourceId: `${storage}2`, targetHost: 'st.blob.core.windows.net' }),
    ],
  ])('are not judged when %s', (_, user) => expect(judged({ resources: [user, st] }, onStorage)).toEqual([]));

  it('are not judged by a host that two of them claim, in whatever order they come', () => {
    const twin = safe('storageAccount', { id: `${storage}2` });
    const user = safe('connection', { targetHost: 'st.blob.core.windows.net' });
    expect(judged({ resources: [user, st, twin] }, onStorage)).toEqual([]);
    expect(judged({ resources: [twin, st, user] }, onStorage)).toEqual([]);
  });

  it('stand for what hangs below them', () => {
    const below = [safe('blobService'), safe('blobContainer')];
    const rules = [strict('blobService'), strict('blobContainer')];
    expect(judged({ resources: [ws, st, ...below] }, rules)).toEqual([]);
    const using = safe('mlWorkspace', { storageAccountId: storage });
    expect(ids(judged({ resources: [using, st, ...below] }, rules))).toEqual(below.map(({ id }) => id));
  });

  it('are known to a rule by their users', () => {
    const counts = rule('storageAccount', {
      check: (s, v) =>
        fail(
          v
            .usersOf(s)
            .map(({ id }) => id)
            .join(' '),
        ),
    });
    const using = safe('mlWorkspace', { storageAccountId: storage });
    expect(judged({ resources: [using, st] }, [counts])[0]?.evidence).toBe(workspace);
  });
});

describe('an unread dependency', () => {
  const using = safe('mlWorkspace', { storageAccountId: storage });

  it('is unknown for every rule on it', () => {
    const rules = [strict('storageAccount', { id: 'one' }), rule('storageAccount', { id: 'two', severity: 'low' })];
    const findings = judged({ resources: [using], gaps: [gap('storageAccount', storage)] }, rules);
    expect(findings).toMatchObject([
      { ruleId: 'one', resourceId: storage, kind: 'storageAccount', status: 'unknown', severity: 'high' },
      { ruleId: 'two', resourceId: storage, status: 'unknown', severity: 'low' },
    ]);
  });

  it('is told once, though two gaps cover it', () => {
    const gaps = [gap('storageAccount', storage), gap('storageAccount', storage, { reason: 'timedOut' })];
    expect(judged({ resources: [using], gaps }, onStorage)).toHaveLength(1);
  });

  it('is unknown for what hangs below it, when only that was not read', () => {
    const gaps = [gap('blobService', storage)];
    expect(judged({ resources: [using, st], gaps }, [strict('blobService')])).toMatchObject([
      { resourceId: storage, kind: 'blobService', status: 'unknown' },
    ]);
    expect(judged({ resources: [using, st, safe('blobService')], gaps }, [strict('blobService')])).toMatchObject([
      { status: 'fail' },
    ]);
  });

  it('is unknown though another of its kind was read', () => {
    const twin = safe('storageAccount', { id: `${storage}2` });
    const from = { resources: [using, twin], gaps: [gap('storageAccount', storage)] };
    expect(judged(from, onStorage)).toMatchObject([{ resourceId: storage, status: 'unknown' }]);
  });

  it('is told among the findings of what it hangs below, in the order of the rules', () => {
    const rules = [
      strict('storageAccount', { id: 'b' }),
      strict('blobService', { id: 'a' }),
      strict('blobService', { id: 'c' }),
    ];
    const from = { resources: [st, using, safe('aiAccount')], gaps: [gap('blobService', storage)] };
    const findings = judged(from, [...rules, strict('aiAccount', { id: 'd' })]);
    expect(findings.map(({ ruleId, status }) => `${ruleId} ${status}`)).toEqual([
      'd fail',
      'a unknown',
      'b fail',
      'c unknown',
    ]);
  });

  it('is silent for a kind that is judged wherever it is: its own gap speaks', () => {
    const search = `${storage}/search`;
    const from = {
      resources: [safe('connection', { targetResourceId: search })],
      gaps: [gap('searchService', search)],
    };
    expect(judged(from, [strict('searchService')])).toEqual([]);
  });

  it('is silent when nothing uses it, when it was read, or when only a property is in doubt', () => {
    const gaps = [gap('storageAccount', storage)];
    expect(judged({ resources: [ws], gaps }, onStorage)).toEqual([]);
    expect(judged({ resources: [using, st], gaps }, [rule('storageAccount')])).toMatchObject([{ status: 'pass' }]);
    const property = [gap('storageAccount', storage, { property: 'sku' })];
    expect(judged({ resources: [using], gaps: property }, onStorage)).toEqual([]);
  });
});

it('judges every own subject exactly once, whatever the snapshot holds', () => {
  const kinds = ['aiAccount', 'mlWorkspace', 'searchService', 'deployment'] as const;
  const resources = fc.uniqueArray(fc.tuple(fc.constantFrom(...kinds), fc.integer({ min: 0, max: 20 })), {
    selector: String,
    maxLength: 30,
  });
  fc.assert(
    fc.property(resources, (given) => {
      const held = given.map(([kind, n]) => safe(kind, { id: `${workspace}/${kind}/${n}` }));
      const rules = kinds.map((kind) => rule(kind, { check: () => pass }));
      const findings = evaluate(snapshot({ resources: held }), rules, defaultPolicy);
      expect(ids(findings)).toEqual(held.map(({ id }) => id).sort());
    }),
  );
});
