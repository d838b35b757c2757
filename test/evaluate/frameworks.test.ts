import fc from 'fast-check';
import { frameworkScore } from '../../src/evaluate';
import { controlIds, type Framework } from '../../src/model/controls';
import type { Finding, FindingStatus } from '../../src/model/finding';
import rules from '../../src/rules';
import { frameworks } from '../../src/rules/frameworks';
import { rule } from './snapshots';

const mcsb = frameworks.find(({ key }) => key === 'mcsb')!;
const one = rule('aiAccount', {
  id: 'one',
  controls: { mcsb: ['IM-1', 'NS-2'] },
  defender: { assessments: [], policies: ['71ef260a-8f18-47b7-abcb-62d0673d94dc'] },
});
const two = rule('aiAccount', { id: 'two', controls: { mcsb: ['IM-1'] } });

const found = (ruleId: string, status: FindingStatus, more: Partial<Finding> = {}): Finding =>
  ({ ruleId, resourceId: '/r', status, severity: 'high', evidence: '', ...more }) as Finding;

const standing = (control: string, findings: readonly Finding[]) =>
  frameworkScore(mcsb, findings, [one, two]).controls.find((each) => each.control.id === control);

describe('a control', () => {
  it.each<[string, readonly Finding[]]>([
    ['met', [found('one', 'pass'), found('two', 'notApplicable')]],
    ['notMet', [found('one', 'fail'), found('two', 'unknown')]],
    ['notMet', [found('one', 'pass'), found('two', 'excepted')]],
    ['unknown', [found('one', 'pass'), found('two', 'unknown')]],
    ['notApplicable', [found('one', 'notApplicable')]],
    ['notApplicable', []],
  ])('is %s', (state, findings) => expect(standing('IM-1', findings)?.state).toBe(state));

  it('without a rule is shown, and says so', () =>
    expect(standing('AI-7', [found('one', 'pass')])).toMatchObject({ state: 'noRule', rules: [], pass: 0 }));

  it('counts what its rules found and puts the worst first', () => {
    const findings = [
      found('one', 'fail', { resourceId: '/b', severity: 'low' }),
      found('two', 'fail', { resourceId: '/a', severity: 'critical' }),
      found('one', 'unknown'),
      found('other', 'fail'),
    ];
    expect(standing('IM-1', findings)).toMatchObject({ fail: 2, unknown: 1, pass: 0, rules: ['one', 'two'] });
    expect(standing('IM-1', findings)?.open.map(({ resourceId }) => resourceId)).toEqual(['/a', '/b']);
  });

  it('tells Microsoft’s mappings from ours', () => {
    expect(standing('IM-1', [])?.microsoft).toEqual(['one']);
    expect(standing('NS-2', [])?.microsoft).toEqual([]);
  });
});

describe('the score of a framework', () => {
  const score = (findings: readonly Finding[]) => frameworkScore(mcsb, findings, [one, two]).score;

  it('is the share of controls met; an unknown one is not', () => {
    expect(score([found('one', 'pass'), found('two', 'fail')])).toBe(50);
    expect(score([found('one', 'pass'), found('two', 'unknown')])).toBe(50);
    expect(score([found('one', 'pass'), found('two', 'pass')])).toBe(100);
    expect(score([found('one', 'notApplicable')])).toBeNull();
  });

  it('never rises when a verdict becomes unknown', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom<FindingStatus>('pass', 'fail', 'unknown', 'excepted')), (statuses) => {
        const others = statuses.map((status, n) => found(n % 2 ? 'one' : 'two', status));
        const [seen, doubted] = (['pass', 'unknown'] as const).map((status) =>
          score([...others, found('one', status)]),
        );
        expect(doubted).toBeLessThanOrEqual(seen ?? 0);
      }),
    ));
});

describe('every framework', () => {
  it('is there once', () => {
    expect(frameworks.map(({ key }) => key).sort()).toEqual(Object.keys(controlIds).sort());
    expect(new Set(frameworks.map(({ id }) => id)).size).toBe(frameworks.length);
  });

  it.each(frameworks.map((each) => [each.id, each] as const))('%s has each of its controls once', (_, each) => {
    expect(each.controls.map(({ id }) => id).sort()).toEqual([...controlIds[each.key]].sort());
    expect(each.controls.filter(({ title }) => title.trim() === '')).toEqual([]);
    expect(each.url).toMatch(/^https:\/\/[a-z.-]+\//);
  });

  it('maps policies to controls that it has', () => {
    for (const { controls, mappedByMicrosoft } of frameworks) {
      const known = new Set(controls.map(({ id }) => id));
      expect(Object.values(mappedByMicrosoft).flatMap((ids) => ids.filter((id) => !known.has(id)))).toEqual([]);
      for (const policy of Object.keys(mappedByMicrosoft)) expect(policy).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-/);
    }
  });

  it('calls no control a process that a rule judges', () => {
    const judged = (key: Framework, id: string) =>
      rules.some(({ controls }) => (controls[key] as readonly string[] | undefined)?.includes(id));
    const wrong = frameworks.flatMap(({ key, controls }) =>
      controls.filter(({ id, scope }) => scope === 'process' && judged(key, id)).map(({ id }) => `${key} ${id}`),
    );
    expect(wrong).toEqual([]);
  });
});
