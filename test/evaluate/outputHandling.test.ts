import { outputHandling } from '../../src/evaluate';
import type { ContentFilter, Deployment, Guardrail } from '../../src/model/ai';
import { renderOutputHandling, renderOutputHandlingMarkdown } from '../../src/report';
import { safe } from '../kit/safe';
import { header, run } from '../report/runs';
import { embeddings } from '../rules/deployment/guardrails';

const account = safe('aiAccount');
const filter = (
  name: string,
  source: string,
  level: ContentFilter['level'],
  effect: ContentFilter['effect'] = 'block',
) => ({
  filter: name.toLowerCase(),
  source,
  name,
  level,
  effect,
});
const rail = (name: string, contentFilters: readonly ContentFilter[], more: Partial<Guardrail> = {}) =>
  safe('guardrail', { id: `${account.id}/raipolicies/${name.toLowerCase()}`, name, contentFilters, ...more });
const usual = (level: ContentFilter['level'], shield: ContentFilter['effect'] = 'block') => [
  filter('Hate', 'prompt', level),
  filter('Hate', 'completion', level),
  filter('Jailbreak', 'prompt', '', shield),
];
const rails = [
  rail('Microsoft.DefaultV2', usual('Medium'), { type: 'SystemManaged', basePolicyName: '' }),
  rail('strict', usual('Low')),
  rail('lax', usual('High', 'annotate')),
  rail('late', usual('Medium'), { mode: 'Asynchronous_filter' }),
  rail('half', [filter('Hate', 'prompt', 'Medium')]),
];
const model = (name: string, raiPolicyName: string, more: Partial<Deployment> = {}) =>
  safe('deployment', { id: `${account.id}/deployments/${name}`, name, raiPolicyName, ...more });
const deployments = [
  model('default', 'Microsoft.DefaultV2'),
  model('strict', 'Strict'),
  model('lax', 'lax'),
  model('late', 'late'),
  model('half', 'half'),
  model('unnamed', ''),
  model('nil', 'Microsoft.Nil'),
  model('embeddings', 'Microsoft.DefaultV2', { model: embeddings }),
  model('spills', 'strict', { spilloverDeploymentName: 'lax' }),
  model('ghost', 'gone'),
];
const api = safe('apimApi', { serviceHost: account.hosts[0] ?? '' });
const minimum = [{ filter: 'hate', source: 'prompt', atLeast: 'Low' }] as const;
const of = run(header(), { resources: [account, ...rails, ...deployments, api] });
const found = outputHandling(of, minimum);

/** `filter: effective, against the default, against the minimum`, as worked out by hand. */
const byHand: Readonly<Record<string, readonly string[]>> = {
  default: [
    'Hate/completion: block at Medium, yes',
    'Hate/prompt: block at Medium, yes, no',
    'Jailbreak/prompt: block, yes',
  ],
  strict: ['Hate/completion: block at Low, yes', 'Hate/prompt: block at Low, yes, yes', 'Jailbreak/prompt: block, yes'],
  lax: ['Hate/completion: block at High, no', 'Hate/prompt: block at High, no, no', 'Jailbreak/prompt: annotate, no'],
  late: [
    'Hate/completion: block at Medium, late, no',
    'Hate/prompt: block at Medium, yes, no',
    'Jailbreak/prompt: block, yes',
  ],
  half: [
    'Hate/completion: off or block at Medium, open',
    'Hate/prompt: block at Medium, yes, no',
    'Jailbreak/prompt: off or block, open',
  ],
  unnamed: [
    'Hate/completion: block at Medium, yes',
    'Hate/prompt: block at Medium, yes, no',
    'Jailbreak/prompt: block, yes',
  ],
  nil: ['Hate/completion: off, no', 'Hate/prompt: off, no, no', 'Jailbreak/prompt: off, no'],
  embeddings: [
    'Hate/completion: block at Medium, yes',
    'Hate/prompt: block at Medium, yes, no',
    'Jailbreak/prompt: block, yes',
  ],
  spills: [
    'Hate/completion: block at High, no',
    'Hate/prompt: block at High, no, no',
    'Jailbreak/prompt: annotate, no',
  ],
  ghost: ['Hate/completion', 'Hate/prompt', 'Jailbreak/prompt'].map(
    (label) => `${label}: as gone says, which was not read, open${label === 'Hate/prompt' ? ', open' : ''}`,
  ),
};

test('the filters of ten deployments are those worked out by hand', () => {
  const told = found.map(({ name, rows }) => [
    name,
    rows.map(
      ({ filter: label, effective, meetsDefault, meetsMinimum }) =>
        `${label}: ${[effective, meetsDefault, meetsMinimum].filter(Boolean).join(', ')}`,
    ),
  ]);
  expect(Object.fromEntries(told)).toEqual(byHand);
});

const notes = (name: string): string => found.find((one) => one.name === name)?.notes.join('; ') ?? '';

test('what a table cannot show is told beside it', () => {
  expect(notes('late')).toContain('answers are shown before they are filtered');
  expect(notes('spills')).toContain('overflow goes to lax, under lax');
  expect(notes('embeddings')).toContain('takes no content filter');
  expect(notes('ghost')).toContain('gone is not among those that were read');
  expect(notes('default')).toBe(`API ${api.name} of a gateway adds no content safety`);
});

test.each([
  ['always', 'to every call'],
  ['sometimes', 'to some calls'],
] as const)('a gateway that adds content safety %s is shown beside', (contentSafety, words) => {
  const facts = { ...safe('apimPolicy').facts, contentSafety };
  const policy = safe('apimPolicy', { id: `${api.id}/policies/policy`, facts });
  const [first] = outputHandling({ ...of, resources: [...of.resources, policy] }, []);
  expect(first?.notes.join()).toContain(words);
  expect(first?.rows[0]).toMatchObject({ effective: 'block at Medium', minimum: '', meetsMinimum: '' });
});

test('a gateway before another account is no matter', () => {
  const elsewhere = { ...api, serviceHost: 'other.openai.azure.com' };
  const [first] = outputHandling(run(header(), { resources: [account, ...rails, ...deployments, elsewhere] }), []);
  expect(first?.notes).toEqual([]);
});

test('terminal and Markdown show the table with its signs', () => {
  const text = renderOutputHandling(found, header());
  expect(text).toContain('acct / lax   gpt-4o 2024-11-20   guardrail lax, mode Blocking');
  expect(text).toMatch(/Hate\/prompt +block at High +✗ block at Medium +✗ block at Low/);
  expect(text).toMatch(/Hate\/completion +off or block at Medium +\? block at Medium +–/);
  expect(text.indexOf('Coverage')).toBeLessThan(text.indexOf('acct'));
  const markdown = renderOutputHandlingMarkdown(found, header());
  expect(markdown).toContain('## acct / late');
  expect(markdown).toContain('| Hate/prompt | block at High | ✗ block at Medium | ✗ block at Low |');
  expect(renderOutputHandling([], header())).toContain('No deployment was read.');
});
