import { readSettings } from '../src/config';
import { defaultPolicy } from '../src/model/policy';
import { parsePolicy, policySchema } from '../src/policyFile';

const problems = (value: unknown): readonly string[] => parsePolicy(JSON.stringify(value)).problems;

it('lays what the file says over the defaults', () => {
  const { policy, problems: found } = parsePolicy(
    '{"allowedModels":["gpt-4o"],"rules":{"a":{"enabled":false}},"$schema":"x"}',
  );
  expect(found).toEqual([]);
  expect(policy).toEqual({ ...defaultPolicy, allowedModels: ['gpt-4o'], rules: { a: { enabled: false } } });
  expect(parsePolicy('{}')).toEqual({ policy: defaultPolicy, problems: [] });
});

it('writes filters of the baseline as guardrails are read', () => {
  const text =
    '{"guardrailBaseline":[{"filter":"Protected_Material Text","source":"Post-Tool Call","atLeast":"block"}]}';
  expect(parsePolicy(text).policy.guardrailBaseline).toEqual([
    { filter: 'protectedmaterialtext', source: 'posttoolcall', atLeast: 'block' },
  ]);
});

it('knows every key of the policy', () =>
  expect(
    Object.keys(policySchema.shape)
      .filter((key) => key !== '$schema')
      .sort(),
  ).toEqual(Object.keys(defaultPolicy).sort()));

it.each([
  ['a misspelt key', { allowdModels: [] }, ["unknown key 'allowdModels'. Did you mean 'allowedModels'?"]],
  [
    'two at once',
    { maxKeyAge: 1, tags: [] },
    [expect.stringContaining("Did you mean 'maxKeyAgeDays'"), expect.stringContaining("'tags'")],
  ],
  ['a wrong type', { maxKeyAgeDays: '90' }, [expect.stringMatching(/^maxKeyAgeDays: .*number/)]],
  ['a number out of range', { maxKeyAgeDays: 0 }, [expect.stringMatching(/^maxKeyAgeDays: /)]],
  ['a fraction', { maxKeyHolders: 1.5 }, [expect.stringMatching(/^maxKeyHolders: /)]],
  ['an empty text in a list', { allowedRegions: [''] }, [expect.stringMatching(/^allowedRegions\.0: /)]],
  [
    'an entry of the register by two marks',
    { sanctioned: [{ appId: 'a', host: 'h', why: 'x' }] },
    ['sanctioned.0: give exactly one of id, tag, host and appId'],
  ],
  ['a tag without its value', { productionTag: 'env' }, ['productionTag: write name=value']],
  [
    'an unknown severity',
    { rules: { r: { severity: 'severe' } } },
    [expect.stringMatching(/^rules\.r\.severity: .*critical/)],
  ],
  ['a misspelt key of a rule', { rules: { r: { enable: true } } }, [expect.stringMatching(/^rules\.r: .*enable/)]],
  [
    'an approved change that ends before it begins',
    {
      approvedChanges: [
        { scope: '/subscriptions/s', from: '2026-11-25T00:00Z', until: '2026-11-24T00:00Z', reason: 'x' },
      ],
    },
    [expect.stringMatching(/until has to be after from/)],
  ],
  [
    'an approved change without an hour',
    { approvedChanges: [{ scope: '/subscriptions/s', from: '2026-11-25', until: '2026-11-26T00:00Z', reason: 'x' }] },
    [expect.stringMatching(/write an instant/)],
  ],
  [
    'a threshold nobody knows',
    { guardrailBaseline: [{ filter: 'Hate', source: 'Prompt', atLeast: 'Lowest' }] },
    [expect.stringMatching(/^guardrailBaseline\.0\.atLeast: /)],
  ],
  ['no object', [], [expect.stringMatching(/^the policy file: /)]],
])('refuses %s and keeps the defaults', (_, value, expected) => {
  expect(problems(value)).toEqual(expected);
  expect(parsePolicy(JSON.stringify(value)).policy).toEqual(defaultPolicy);
});

it('refuses what is no JSON, and takes a file that begins with a byte order mark', () => {
  expect(parsePolicy('{,}').problems).toEqual([expect.stringMatching(/^not JSON: /)]);
  expect(parsePolicy('\uFEFF{"maxKeyAgeDays":30}').policy.maxKeyAgeDays).toBe(30);
});

it('stands in the settings inline or as a path, each with its problems', () => {
  expect(readSettings({ AISPM_CONFIG: ' {"maxKeyAgeDays": 30}' }).policy.maxKeyAgeDays).toBe(30);
  expect(() => readSettings({ AISPM_CONFIG: '{"maxKeyAge": 30}' })).toThrow(
    "AISPM_CONFIG: unknown key 'maxKeyAge'. Did you mean 'maxKeyAgeDays'?",
  );
});
