import { correlate, unmatchedAssessments } from '../../src/correlate';
import { normaliseName } from '../../src/correlate/defender';
import type { Finding } from '../../src/model/finding';
import type { Assessment } from '../../src/model/governance';
import type { Resource } from '../../src/model/resource';
import type { DefenderLink } from '../../src/model/rule';
import type { Snapshot } from '../../src/model/snapshot';
import { account, gap, rule, snapshot } from '../evaluate/snapshots';
import { safe } from '../kit/safe';
import { finding } from '../store/records';

const acct = safe('aiAccount');
const link: DefenderLink = {
  assessments: ['key-now', 'key-old'],
  policies: ['policy-1'],
  names: ['AI should be safe'],
};
const assessed = (more: Partial<Assessment> = {}): Assessment =>
  safe('assessment', {
    id: `${account}/providers/microsoft.security/assessments/${more.assessmentKey ?? 'key-now'}`,
    assessmentKey: 'key-now',
    displayName: 'Something else',
    policyDefinitionId: '',
    ...more,
  });
const exemption = (more = {}): Resource => safe('policyExemption', more);

interface Case {
  readonly ours?: Finding['status'];
  readonly theirs?: Partial<Assessment>;
  readonly resources?: readonly Resource[];
  readonly link?: Partial<DefenderLink>;
  readonly changedAt?: string;
  readonly snapshot?: Partial<Snapshot>;
}

function outcomeOf({
  ours = 'fail',
  theirs,
  resources = [],
  link: more,
  changedAt,
  snapshot: over,
}: Case): Finding['defender'] {
  const subject = { ...acct, ...(changedAt ? { changedAt } : {}) };
  const linked = rule('aiAccount', { id: 'r', defender: { ...link, ...more } });
  const all = [subject, ...(theirs ? [assessed(theirs)] : []), ...resources];
  const [compared] = correlate([finding('r', acct, { status: ours })], [linked], snapshot({ resources: all, ...over }));
  return compared!.defender;
}

describe('outcomes', () => {
  const anotherAssessment = assessed({ assessmentKey: 'x', resourceId: `${account}/deployments/d` });
  const cases: Readonly<Record<string, Case & { outcome: string; reason?: RegExp }>> = {
    'both fail': { theirs: { code: 'Unhealthy' }, outcome: 'agree', reason: /^$/ },
    'both pass': { ours: 'pass', theirs: { code: 'Healthy' }, outcome: 'agree', reason: /^$/ },
    'neither applies': { ours: 'notApplicable', theirs: { code: 'NotApplicable' }, outcome: 'agree' },
    'only we fail': { theirs: { code: 'Healthy' }, outcome: 'onlyUs', reason: /healthy/ },
    'only Defender fails': {
      ours: 'pass',
      theirs: { code: 'Unhealthy' },
      outcome: 'onlyDefender',
      reason: /unhealthy/,
    },
    'the rule says why they differ': {
      theirs: { code: 'Healthy' },
      link: { differs: 'Their test skips AIServices.' },
      outcome: 'onlyUs',
      reason: /^Their test skips/,
    },
    'we fail, theirs does not apply': {
      theirs: { code: 'NotApplicable' },
      outcome: 'onlyUs',
      reason: /does not apply/,
    },
    'we pass, theirs does not apply': {
      ours: 'pass',
      theirs: { code: 'NotApplicable' },
      outcome: 'notAssessed',
      reason: /does not apply/,
    },
    'switched off by policy': {
      theirs: { code: 'NotApplicable', cause: 'OffByPolicy' },
      outcome: 'notAssessed',
      reason: /switched off by policy/,
    },
    'Defender says exempt': {
      theirs: { code: 'NotApplicable', cause: 'Exempt' },
      outcome: 'exempt',
      reason: /exemption/,
    },
    'an exemption is in force': { theirs: { code: 'NotApplicable' }, resources: [exemption()], outcome: 'exempt' },
    'an exemption above is in force': {
      theirs: { code: 'NotApplicable' },
      resources: [exemption({ scope: '/subscriptions/s' })],
      outcome: 'exempt',
    },
    'the exemption ran out': {
      theirs: { code: 'NotApplicable' },
      resources: [exemption({ expiresOn: '2026-11-24T05:59:59Z' })],
      outcome: 'onlyUs',
    },
    'the exemption ends within the second': {
      theirs: { code: 'NotApplicable' },
      resources: [exemption({ expiresOn: '2026-11-24T06:00:00.5000000Z' })],
      outcome: 'exempt',
    },
    'the exemption ran out, said in local time': {
      theirs: { code: 'NotApplicable' },
      resources: [exemption({ expiresOn: '2026-11-24T07:30:00+02:00' })],
      outcome: 'onlyUs',
    },
    'the exemption is for another resource': {
      theirs: { code: 'NotApplicable' },
      resources: [exemption({ scope: `${account}2` })],
      outcome: 'onlyUs',
    },
    'an exemption, but Defender judges': { theirs: { code: 'Unhealthy' }, resources: [exemption()], outcome: 'agree' },
    'a code nobody knows': {
      theirs: { code: 'Unrecognised' },
      outcome: 'notAssessed',
      reason: /no verdict that we know/,
    },
    'no assessment in the subscription': { outcome: 'notAssessed', reason: /foundational CSPM/ },
    'no assessment of this resource': {
      resources: [anotherAssessment],
      outcome: 'notAssessed',
      reason: /no assessment of this resource/,
    },
    'off by default': {
      resources: [anotherAssessment],
      link: { offByDefault: true },
      outcome: 'notAssessed',
      reason: /disabled by default/,
    },
    'assessments not read': {
      snapshot: {
        gaps: [gap('assessment', '/subscriptions/s', { permission: 'Microsoft.Security/assessments/read' })],
      },
      outcome: 'notAssessed',
      reason: /not read: needs Microsoft.Security\/assessments\/read/,
    },
    'a dependency elsewhere': { snapshot: { unit: 'another' }, outcome: 'notAssessed', reason: /another subscription/ },
    'changed an hour ago': { theirs: { code: 'Healthy' }, changedAt: '2026-11-24T05:00:00Z', outcome: 'stale' },
    'changed days ago, the same test': {
      theirs: { code: 'Healthy' },
      changedAt: '2026-11-20T05:00:00Z',
      outcome: 'stale',
    },
    'changed days ago, a test that differs': {
      theirs: { code: 'Healthy' },
      link: { differs: 'Their test skips AIServices.' },
      changedAt: '2026-11-20T05:00:00Z',
      outcome: 'onlyUs',
    },
    'changed before Defender looked': {
      theirs: { code: 'Healthy', statusChangedAt: '2026-11-24T05:30:00Z' },
      changedAt: '2026-11-24T05:00:00Z',
      outcome: 'onlyUs',
    },
    'changed lately, both agree': {
      theirs: { code: 'Unhealthy' },
      changedAt: '2026-11-24T05:00:00Z',
      outcome: 'agree',
    },
    'Defender does not say when': {
      theirs: { code: 'Healthy', statusChangedAt: '' },
      changedAt: '2026-11-24T05:00:00Z',
      outcome: 'onlyUs',
    },
  };
  it.each(Object.entries(cases))('%s', (_, { outcome, reason = /./s, ...given }) => {
    const view = outcomeOf(given);
    expect(view.outcome).toBe(outcome);
    if (outcome !== 'agree') expect(view.reason).toMatch(reason);
    expect(view.state).toBe(given.theirs?.code ?? '');
  });

  it('leaves unknown findings and rules without a counterpart alone', () => {
    expect(outcomeOf({ ours: 'unknown', theirs: { code: 'Healthy' } }).outcome).toBe('notCompared');
    const given = finding('r', acct);
    expect(correlate([given], [rule('aiAccount', { id: 'r' })], snapshot({ resources: [acct, assessed()] }))).toEqual([
      given,
    ]);
  });
});

describe('matching', () => {
  const byKey = assessed({ code: 'Unhealthy', assessmentKey: 'key-now' });
  const byOldKey = assessed({ assessmentKey: 'key-old' });
  const byPolicy = assessed({ assessmentKey: 'p', policyDefinitionId: 'policy-1' });
  const byName = assessed({ assessmentKey: 'n', displayName: '[Preview] AI should be  safe' });
  const matched = (resources: readonly Resource[]): string => outcomeOf({ resources }).assessment;

  it.each([
    ['the current key', [byName, byPolicy, byOldKey, byKey], 'key-now'],
    ['an older key', [byName, byPolicy, byOldKey], 'key-old'],
    ['the policy', [byName, byPolicy], 'p'],
    ['the name', [byName], 'n'],
  ])('prefers %s, in whatever order they come', (_, held, key) => {
    expect(matched(held)).toBe(key);
    expect(matched([...held].reverse())).toBe(key);
  });

  it('takes no assessment of another resource, and no empty policy for a policy', () => {
    expect(matched([assessed({ resourceId: `${account}2` })])).toBe('');
    expect(outcomeOf({ resources: [assessed({ assessmentKey: 'z' })], link: { policies: [''] } }).assessment).toBe('');
  });

  it.each([
    ['Azure AI Services should be safe (Preview)', 'Cognitive Services should be safe'],
    ['[Preview]: Azure AI Foundry is safe', 'Microsoft Foundry is safe'],
    ['  (Enable if required) Storage – safe. ', 'storage safe'],
  ])('takes %s for %s', (a, b) => expect(normaliseName(a)).toBe(normaliseName(b)));

  it('keeps names apart that differ', () => expect(normaliseName('keys on')).not.toBe(normaliseName('keys off')));
});

describe('what only Defender sees', () => {
  const linked = rule('aiAccount', { id: 'r', defender: link });
  const unmatched = (resources: readonly Resource[]): string[] =>
    unmatchedAssessments([linked], snapshot({ resources })).map(
      ({ assessmentKey, resourceId }) => `${assessmentKey} ${resourceId}`,
    );
  const bad = (more: Partial<Assessment>): Assessment => assessed({ code: 'Unhealthy', ...more });

  it('lists failing assessments that no rule speaks of, by resource, then key', () => {
    const ws = safe('mlWorkspace');
    const held = [
      acct,
      ws,
      bad({ assessmentKey: 'b', resourceId: ws.id }),
      bad({ assessmentKey: 'c' }),
      bad({ assessmentKey: 'a' }),
    ];
    const expected = [`a ${account}`, `c ${account}`, `b ${ws.id}`];
    expect(unmatched(held)).toEqual(expected);
    expect(unmatched(held.reverse())).toEqual(expected);
  });

  it.each([
    ['healthy', bad({ assessmentKey: 'a', code: 'Healthy' })],
    ['known by key', bad({ assessmentKey: 'key-old' })],
    ['known by policy', bad({ assessmentKey: 'a', policyDefinitionId: 'policy-1' })],
    ['known by name', bad({ assessmentKey: 'a', displayName: 'AI should be safe (Preview)' })],
    ['on a resource that is not ours', bad({ assessmentKey: 'a', resourceId: `${account}2` })],
    ['on the subscription', bad({ assessmentKey: 'a', resourceId: '/subscriptions/s' })],
  ])('leaves out what is %s', (_, one) => expect(unmatched([acct, safe('subscription'), one])).toEqual([]));
});
