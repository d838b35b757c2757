import { alertsOf, type Telling } from '../../src/steps/alerts';
import { quietBy, tagsIn } from '../../src/steps/telling';
import type { OutboxRow } from '../../src/model/alert';
import type { Decision } from '../../src/model/decision';
import type { Change } from '../../src/model/drift';
import { renderCardText } from '../../src/report';
import { change, changed, header } from '../report/runs';
import { record, resource } from '../store/records';

const last = header({ id: 'r1' });
const telling = (changes: readonly Change[], more: Partial<Telling> = {}): Telling => ({
  ...{ header: changed(changes), last, rules: [], links: { api: '', portal: 'https://portal.azure.com' } },
  ...{ routes: [], isQuiet: () => false, tagsOf: () => new Set<string>() },
  ...{ undelivered: [], backlog: new Map(), week: [] },
  ...more,
});
const kindsOf = (of: Telling): string[] => alertsOf(of).map(({ route, kind }) => `${route} ${kind}`);
const critical = change({ id: 'c-critical', severity: 'critical' });
const row = (runId: string, route = 'teams'): OutboxRow => ({
  ...{ id: `of ${runId}`, runId, route, kind: 'digest', message: {} },
  ...{ end: 'waiting', reason: '', tries: 1 },
  ...{ firstTriedAt: '', lastTriedAt: '' },
});

test('a first run is welcomed once, whatever channels there are', () => {
  expect(kindsOf(telling([], { last: undefined, routes: [{ name: 'finance' }] }))).toEqual(['teams baseline']);
});

test('nothing changed: silence', () => expect(alertsOf(telling([]))).toEqual([]));

test('what is critical goes on a card of its own, before the digest that counts it', () => {
  const alerts = alertsOf(telling([critical, change({ id: 'c-2' })]));
  expect(alerts.map(({ kind }) => kind)).toEqual(['critical', 'digest']);
  const [first, second] = alerts.map(({ message }) => renderCardText(message));
  expect(first).toContain('◆ Critical: one change');
  expect(second).toContain('1 change, 1 worse');
  expect(second).toContain('1 change told on a card of its own.');
});

test.each([
  ['the end of something critical', change({ kind: 'resolved', severity: 'critical' }), 'recovery'],
  [
    'an arrival with something critical',
    change({ kind: 'appeared', sort: 'inventory', severity: 'critical' }),
    'critical',
  ],
  ['something critical that came back', change({ kind: 'reopened', severity: 'critical' }), 'critical'],
  ['a tampering suspicion at high', change({ severity: 'high', integrity: 'tampering' }), 'digest'],
  ['sight that was lost', change({ kind: 'seenLess', sort: 'coverage', severity: 'info' }), 'coverage'],
])('%s is a card %s', (_, one, kind) => expect(kindsOf(telling([one]))).toEqual([`teams ${kind}`]));

describe('channels', () => {
  const there = '/subscriptions/f/resourcegroups/rg/providers/microsoft.cognitiveservices/accounts/a';
  const finance = change({ id: 'c-finance', unit: 'f', resourceId: there, severity: 'medium' });

  test.each([
    ['of a subscription', { subscriptions: ['f'] }, ['c-finance']],
    ['of a severity', { severity: 'high' }, ['c-1']],
    ['of a tag', { tag: 'Team=Red' }, ['c-finance']],
    ['of a tag and a severity', { tag: 'team=red', severity: 'high' }, []],
  ] as const)('%s hear of theirs, and the first one of everything', (_, conditions, ids) => {
    const routes = [{ name: 'own', ...conditions }];
    const tagsOf = tagsIn([record('f', [], { resources: [{ ...resource('f', 'x'), id: there }] })]);
    const alerts = alertsOf(telling([change(), finance], { routes, tagsOf }));
    const of = (route: string): boolean => alerts.some((one) => one.route === route);
    expect([of('teams'), of('own')]).toEqual([true, ids.length > 0]);
  });

  test('carry ids of their own', () => {
    const alerts = alertsOf(telling([change()], { routes: [{ name: 'own' }] }));
    expect(new Set(alerts.map(({ id }) => id)).size).toBe(2);
  });
});

describe('cards that a channel did not take', () => {
  const backlog = new Map([['teams', { changes: [change(), change({ id: 'c-2' })], missed: [header({ id: 'r1' })] }]]);

  test('are told by one card, which names them', () => {
    const [alert, ...others] = alertsOf(telling([change()], { undelivered: [row('r1')], backlog }));
    expect(others).toEqual([]);
    expect(alert).toMatchObject({ kind: 'catchUp', covers: [{ runId: 'r1', id: 'of r1' }] });
    expect(renderCardText(alert?.message)).toContain('Catch-up: 2 changes in 2 runs');
  });

  test('alone wait as they are while there is nothing to add', () => {
    expect(kindsOf(telling([], { undelivered: [row('r1')], backlog }))).toEqual([]);
    expect(kindsOf(telling([], { undelivered: [row('r0'), row('r1')], backlog }))).toEqual(['teams catchUp']);
  });

  test('of one channel change nothing for another', () => {
    const routes = [{ name: 'own' }];
    expect(kindsOf(telling([change()], { undelivered: [row('r1')], backlog, routes }))).toEqual([
      'teams catchUp',
      'own digest',
    ]);
  });

  test('tell a channel only what it hears of, also of what came and went', () => {
    const other = change({ id: 'c-9', name: 'not-theirs', unit: 'x', resourceId: '/subscriptions/x/y', findings: [] });
    const routes = [{ name: 'own', subscriptions: ['s'] }];
    const own = new Map([['own', { changes: [change()], missed: [changed([other])] }]]);
    const alerts = alertsOf(telling([change()], { undelivered: [row('r1', 'own')], backlog: own, routes }));
    const text = renderCardText(alerts.find(({ route }) => route === 'own')?.message);
    expect(text).toContain('Catch-up');
    expect(text).not.toContain('not-theirs');
  });

  test('what came and went meanwhile is told as such', () => {
    const gone = change({ id: 'c-9', name: 'brief', resourceId: '/subscriptions/s/x', findings: [] });
    const missed = [changed([gone])];
    const text = renderCardText(
      alertsOf(
        telling([change()], {
          undelivered: [row('r1')],
          backlog: new Map([['teams', { changes: [change()], missed }]]),
        }),
      )[0]?.message,
    );
    expect(text).toMatch(/Still true \(1\)[^]*Came and went \(1\)[^]*brief/);
  });
});

describe('the auditor of itself', () => {
  const self = { dueAt: '2026-11-24T06:00:00Z', lastDueAt: '2026-11-20T06:00:00Z', missed: 3, lateMinutes: 0, dead: 0 };

  test('audits that did not run are told even when nothing changed', () => {
    const [alert] = alertsOf(telling([], { header: changed([], { self }) }));
    expect(renderCardText(alert?.message)).toContain('3 scheduled audits did not run since Fri 20 Nov, 06:00 UTC.');
  });

  test('cards that were given up are told once with the next digest', () => {
    const [alert] = alertsOf(telling([], { header: changed([], { self: { ...self, missed: 0, dead: 2 } }) }));
    expect(renderCardText(alert?.message)).toContain('2 earlier cards could not be delivered');
  });

  test('a quiet week ends with a heartbeat', () => {
    const week = [header({ id: 'r1' }), header({ id: 'r2' })];
    const [alert] = alertsOf(telling([], { week }));
    expect(renderCardText(alert?.message)).toMatch(/A quiet week: nothing changed[^]*2 of 2 audits read everything/);
  });
});

describe('quiet', () => {
  const decision = (more: Partial<Decision>): Decision => ({
    ...{ id: 'd', kind: 'exception', rule: 'r', scope: '/', changes: [], reason: 'x', owner: 'o' },
    ...{ until: '2027-01-01T00:00:00Z', by: 'o', at: '2026-01-01T00:00:00Z' },
    ...more,
  });
  const at = '2026-11-24T06:00:00Z';

  test.each([
    ['an excepted finding', {}, {}, true],
    ['a snoozed one', { kind: 'snooze' }, {}, true],
    ['an acknowledged one', { kind: 'acknowledgement' }, {}, false],
    ['another rule', { rule: 'other' }, {}, false],
    ['an exception that is over', { until: '2026-11-01T00:00:00Z' }, {}, false],
    ['one that came back', {}, { kind: 'reopened' }, false],
    ['the end of an exception', {}, { kind: 'exceptionOver' }, false],
    ['a tampering suspicion', {}, { integrity: 'tampering' }, false],
    ['a change that moved nothing', {}, { findings: [] }, false],
  ] as const)('%s: %#', (_, of, more, quiet) => {
    expect(quietBy([decision(of)], at)(change(more))).toBe(quiet);
  });

  test('what is quiet is counted on the card and makes none of its own', () => {
    const isQuiet = ({ id }: Change): boolean => id === 'c-1';
    expect(alertsOf(telling([change()], { isQuiet }))).toEqual([]);
    const [alert] = alertsOf(telling([change(), change({ id: 'c-2' })], { isQuiet }));
    expect(renderCardText(alert?.message)).toContain('1 change under exceptions or snoozed.');
  });
});
