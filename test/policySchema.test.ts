import Ajv2020 from 'ajv/dist/2020';
import { parsePolicy } from '../src/policyFile';
import schema from '../src/rules/policy.schema.json';

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
const everywhere = { rules: ['*'], severity: 'critical' };

describe('the published schema', () => {
  it.each([
    ['nothing', {}],
    ['lists and limits', { $schema: './policy.schema.json', allowedModels: ['gpt-4o'], maxKeyAgeDays: 30 }],
    ['rules', { rules: { 'kv-rbac-model': { enabled: false, severity: 'low' } } }],
    ['a severity by tag', { severityOverrides: [{ rules: ['*'], tag: 'env=prod', step: 1 }] }],
    ['a severity by scope', { severityOverrides: [{ ...everywhere, scope: '/subscriptions/A/resourceGroups/rg/' }] }],
    ['a switch', { ruleSwitches: [{ rules: ['kv-*'], tag: 'env=dev', enabled: false }] }],
  ])('takes %s, as we do', (_, value) => {
    expect(validate(value)).toBe(true);
    expect(parsePolicy(JSON.stringify(value)).problems).toEqual([]);
  });

  it.each([
    ['an unknown key', { allowedModel: [] }, "unknown key 'allowedModel'. Did you mean 'allowedModels'?"],
    [
      'an unknown key of a rule',
      { rules: { r: { enable: true } } },
      "rules.r: unknown key 'enable'. Did you mean 'enabled'?",
    ],
    [
      'an unknown key of an override',
      { severityOverrides: [{ ...everywhere, tags: 'a=b' }] },
      "severityOverrides.0: unknown key 'tags'. Did you mean 'tag'?",
    ],
    [
      'an unknown key of a switch',
      { ruleSwitches: [{ rules: ['*'], enabled: true, scopes: [] }] },
      "ruleSwitches.0: unknown key 'scopes'. Did you mean 'scope'?",
    ],
    ['an override of no rule', { severityOverrides: [{ rules: [], severity: 'low' }] }, 'severityOverrides.0.rules: '],
    [
      'a tag without a value',
      { severityOverrides: [{ ...everywhere, tag: 'prod' }] },
      'severityOverrides.0.tag: write name=value',
    ],
    [
      'a scope that is none',
      { severityOverrides: [{ ...everywhere, scope: 'rg' }] },
      'severityOverrides.0.scope: write the path',
    ],
    ['two steps at once', { severityOverrides: [{ rules: ['*'], step: 2 }] }, 'severityOverrides.0.step: '],
    ['a number out of range', { maxKeyAgeDays: 0 }, 'maxKeyAgeDays: '],
  ])('refuses %s, as we do', (_, value, told) => {
    expect(validate(value)).toBe(false);
    expect(parsePolicy(JSON.stringify(value)).problems).toEqual([expect.stringContaining(told)]);
  });

  it('says what each key means', () => {
    const silent = Object.entries(schema.properties).filter(
      ([key, one]) => key !== '$schema' && !('description' in one),
    );
    expect(silent).toEqual([]);
  });
});

it.each([[{ rules: ['*'] }], [{ ...everywhere, step: 1 }]])('an override gives a severity or a step: %j', (entry) =>
  expect(parsePolicy(JSON.stringify({ severityOverrides: [entry] })).problems).toEqual([
    'severityOverrides.0: give either severity or step',
  ]),
);

it('refuses rules that nobody has, with the nearest, and lower-cases scopes', () => {
  const ids = ['kv-rbac-model', 'kv-purge-protection'];
  const value = {
    rules: { 'kv-rbac-mode': { enabled: false } },
    severityOverrides: [{ rules: ['acr-*', 'kv-*', '*'], severity: 'low' }],
    ruleSwitches: [{ rules: ['kv-purge'], enabled: false }],
  };
  expect(parsePolicy(JSON.stringify(value), ids).problems).toEqual([
    "rules: unknown rule 'kv-rbac-mode'. Did you mean 'kv-rbac-model'?",
    expect.stringContaining("severityOverrides.0.rules: unknown rule 'acr-*'"),
    expect.stringContaining("ruleSwitches.0.rules: unknown rule 'kv-purge'"),
  ]);
  const scoped = { ruleSwitches: [{ rules: ['*'], scope: '/subscriptions/ABC/', enabled: false }] };
  expect(parsePolicy(JSON.stringify(scoped)).policy.ruleSwitches[0]?.scope).toBe('/subscriptions/abc');
});
