import { toScope, withinScopes } from '../../src/model/scope';
import { gap } from '../evaluate/snapshots';
import { safe } from '../kit/safe';
import { change, changed, run, unit } from '../report/runs';
import { finding } from '../store/records';

const guid = '0f8fad5b-d9cb-469f-a165-70867728950e';
const group = '/providers/microsoft.management/managementgroups/mg-ai';
const rg = `/subscriptions/${guid}/resourcegroups/rg-1`;

describe('a scope', () => {
  it.each([
    [guid.toUpperCase(), `/subscriptions/${guid}`],
    [` /subscriptions/${guid}/ `, `/subscriptions/${guid}`],
    ['mg-ai', group],
    ['MG (prod).1_x', undefined],
    ['mg(prod).1_x', '/providers/microsoft.management/managementgroups/mg(prod).1_x'],
    ['/providers/Microsoft.Management/managementGroups/MG-AI', group],
    [`/subscriptions/${guid}/resourceGroups/RG-1`, rg],
    [`${rg}/providers/Microsoft.X/accounts/A`, `${rg}/providers/microsoft.x/accounts/a`],
    ['', undefined],
    ['/', undefined],
    ['/subscriptions/not-a-guid', undefined],
    [`/subscriptions/${guid}/other/x`, undefined],
    [`${rg}?x=1`, undefined],
    [`${rg}/providers/microsoft.x/a/b?$filter=1`, undefined],
    ["mg'; drop", undefined],
    [`${group}/x`, undefined],
    ['x'.repeat(91), undefined],
  ])('%j → %j', (text, path) => expect(toScope(text)).toBe(path));
});

describe('the part of a run within scopes', () => {
  const sub = (id: string, groups: readonly string[] = []) =>
    safe('subscription', { id: `/subscriptions/${id}`, managementGroupIds: groups });
  const account = (id: string, name = 'acct') =>
    safe('aiAccount', {
      id: `/subscriptions/${id}/resourcegroups/rg/providers/microsoft.cognitiveservices/accounts/${name}`,
    });
  const [a, b] = [account('a'), account('b')];
  const of = changed(
    [
      change({ resourceId: a.id, unit: 'a' }),
      change({ resourceId: b.id, unit: 'b' }),
      change({ kind: 'seenLess', sort: 'coverage', resourceId: '/subscriptions/a', unit: 'a' }),
      change({ kind: 'seenLess', sort: 'coverage', resourceId: '/subscriptions/b', unit: 'b' }),
    ],
    { units: [unit('tenant'), unit('a'), unit('b', 'partial', [gap('deployment', b.id)])] },
  );
  const whole = run(of, {
    resources: [sub('a', ['mg']), sub('b'), a, b],
    findings: [finding('r', a), finding('r', b)],
  });

  it.each([
    ['a subscription', '/subscriptions/a', 2],
    ['a management group above it', 'mg', 2],
    ['a resource group', '/subscriptions/a/resourcegroups/rg', 1],
    ['one resource', a.id, 1],
  ])('%s: its resources, findings, changes and the coverage that bears on them', (_, scope, resources) => {
    const part = withinScopes(whole, [scope]);
    expect(part.resources).toHaveLength(resources);
    expect(part.findings.map(({ resourceId }) => resourceId)).toEqual([a.id]);
    expect(part.coverage.map(({ unit: name }) => name)).toEqual(['tenant', 'a']);
    expect(part.drift.changes.map(({ kind, unit: name }) => `${kind} ${name}`)).toEqual(['opened a', 'seenLess a']);
  });

  it('is the whole run without scopes, and nothing for a scope that only begins alike', () => {
    expect(withinScopes(whole, [])).toBe(whole);
    const none = withinScopes(whole, ['/subscriptions/a/resourcegroups/r', `${a.id}2`]);
    expect([none.resources, none.findings]).toEqual([[], []]);
  });
});
