import fc from 'fast-check';
import { toGuardrail } from '../../src/collect/cognitiveservices/guardrail';
import type { Body } from '../../src/collect/collector';
import type { Guardrail } from '../../src/model/ai';
import {
  compareFilters,
  compareGuardrails,
  compareStrength,
  effectivePolicy,
  filtersOf,
  joinFilters,
  meetFilters,
  noFilters,
  readingsOf,
  strengthAt,
  type Filters,
  type Standing,
  type Strength,
} from '../../src/model/guardrail';
import { account } from '../collect/reader';

const row = (name: string, source: string, more: Body = {}): Body => ({
  name,
  source,
  enabled: true,
  blocking: true,
  ...more,
});
const harms = ['Hate', 'Sexual', 'Violence', 'Selfharm'].flatMap((name) =>
  ['Prompt', 'Completion'].map((source) => row(name, source, { severityThreshold: 'Medium' })),
);
const rows = [
  ...harms,
  row('Jailbreak', 'Prompt'),
  row('Protected Material Text', 'Completion'),
  row('Protected Material Code', 'Completion'),
];

const built = (name: string, contentFilters: readonly Body[] | null, more: Body = {}): Guardrail =>
  toGuardrail(
    { id: `${account.id}/raiPolicies/${name}`, name, properties: { type: 'SystemManaged', contentFilters, ...more } },
    account,
  );
const custom = (contentFilters: readonly Body[] | null, more: Body = {}): Guardrail =>
  built('own', contentFilters, { type: 'UserManaged', basePolicyName: 'Microsoft.DefaultV2', ...more });

const base = built('Microsoft.DefaultV2', rows);
const edited = (name: string, source: string, more: Body): readonly Body[] =>
  rows.map((one) => (one['name'] === name && one['source'] === source ? { ...one, ...more } : one));
const without = (name: string, source: string): readonly Body[] =>
  rows.filter((one) => one['name'] !== name || one['source'] !== source);

const against = (own: Guardrail, reference = base, empty?: ReadonlySet<string>): Standing => {
  const policies = [own, reference, base];
  return compareGuardrails(readingsOf(own, policies, empty), readingsOf(reference, policies));
};
const list = { customBlocklists: [{ blocklistName: 'Words', source: 'Prompt', blocking: true }] };
const snake = rows.map((one) => ({ ...one, name: String(one['name']).toLowerCase().replaceAll(' ', '_') })).reverse();
const foo = built('Microsoft.DefaultV2', [...rows, row('Foo', 'Prompt')]);
const atTool = (source: string) => built('Microsoft.DefaultV2', [...rows, row('Indirect Attack', source)]);

const cases: readonly (readonly [string, Standing, Standing['order'], ...string[]])[] = [
  ['1 the same, reordered, in snake case', against(custom(snake)), 'equal'],
  [
    '2 Hate/Completion Medium → High',
    against(custom(edited('Hate', 'Completion', { severityThreshold: 'High' }))),
    'weaker',
    'Hate/completion',
  ],
  [
    '3 Hate/Completion Medium → Low',
    against(custom(edited('Hate', 'Completion', { severityThreshold: 'Low' }))),
    'stronger',
  ],
  [
    '4 Hate High, Sexual Low',
    against(
      custom(
        rows.map((one) => ({
          ...one,
          ...(one['name'] === 'Hate'
            ? { severityThreshold: 'High' }
            : one['name'] === 'Sexual'
              ? { severityThreshold: 'Low' }
              : {}),
        })),
      ),
    ),
    'incomparable',
  ],
  [
    '5 Jailbreak only annotates',
    against(custom(edited('Jailbreak', 'Prompt', { blocking: false }))),
    'weaker',
    'Jailbreak/prompt',
  ],
  ['6 Indirect Attack on too', against(custom([...rows, row('Indirect Attack', 'Prompt')])), 'stronger'],
  ['7 asynchronous', against(custom(rows, { mode: 'Asynchronous_filter' })), 'weaker', 'Hate/completion'],
  [
    '8 Profanity on, Protected Material Code off',
    against(
      custom([...edited('Protected Material Code', 'Completion', { enabled: false }), row('Profanity', 'Prompt')]),
    ),
    'incomparable',
  ],
  ['9 Violence/Prompt not stated', against(custom(without('Violence', 'Prompt'))), 'unknown'],
  ['10 no filters stated, the base known', against(custom(null)), 'unknown'],
  ['10 no filters stated, no base', against(custom([], { basePolicyName: '' })), 'weaker'],
  ['10 a built-in guardrail that lists none', against(built('Microsoft.Images', [])), 'unknown'],
  ['11 a blocklist without items', against(custom(rows, list), base, new Set(['words'])), 'equal'],
  ['11 miss: a blocklist with items', against(custom(rows, list)), 'stronger'],
  [
    '12 action BLOCKING, blocking false',
    against(custom(edited('Jailbreak', 'Prompt', { action: 'BLOCKING', blocking: false }))),
    'weaker',
    'Jailbreak/prompt',
  ],
  [
    '14 Indirect Attack at the answer of a tool against at the prompt',
    against(atTool('PostToolCall'), atTool('Prompt')),
    'incomparable',
  ],
  ['15 a filter nobody knows is not stated', against(custom(rows), foo), 'unknown'],
  ['16 Microsoft.Nil', against(built('Microsoft.Nil', [])), 'weaker', 'Jailbreak/prompt'],
];

test.each(cases.map(([name, standing, expected, ...labels]) => ({ name, standing, expected, labels })))(
  '$name',
  ({ standing, expected, labels }) => {
    expect(standing.order).toBe(expected);
    expect(standing.weaker.map(({ label }) => label)).toEqual(expect.arrayContaining(labels));
  },
);

test('asynchronous weakens completions and nothing else', () => {
  const { weaker } = against(custom(rows, { mode: 'Deferred' }));
  expect(weaker.map(({ key }) => key.split('/')[1])).toEqual(Array<string>(6).fill('completion'));
});

test('13 an agent’s own guardrail replaces that of its model, and two filters do nothing on agents', () => {
  const strict = filtersOf(custom([...rows, row('Groundedness', 'Completion')]), [base], 'off');
  const lax = filtersOf(custom(edited('Hate', 'Prompt', { severityThreshold: 'High' })), [base], 'off');
  expect(compareFilters(effectivePolicy(lax, strict), effectivePolicy(undefined, strict))).toBe('weaker');
  expect(effectivePolicy(undefined, strict).strengths.has('groundedness/completion')).toBe(false);
  expect(strict.strengths.has('groundedness/completion')).toBe(true);
});

test('15 names the filter that decides', () => {
  expect(against(custom(rows), foo).open.map(({ label }) => label)).toEqual(['Foo/prompt']);
});

test('the threshold that a filter does not state is unknown against one, and equal to itself', () => {
  const open = custom(edited('Hate', 'Prompt', { severityThreshold: undefined }));
  expect(against(open).order).toBe('unknown');
  expect(against(open, open).order).toBe('equal');
});

test('a base that is not listed leaves open what is not stated, and is the same base on both sides', () => {
  const own = custom(rows, { basePolicyName: 'Elsewhere' });
  expect(against(own)).toMatchObject({ order: 'unknown' });
  expect(against(own, { ...own, id: `${own.id}2` }).order).toBe('equal');
});

const keys = ['hate/prompt', 'hate/completion', 'jailbreak/prompt', 'foo/posttoolcall', 'blocklist words/prompt'];
const strengths: readonly Strength[] = [
  'off',
  'annotate late',
  'annotate',
  'person late',
  'person',
  'retry late',
  'retry',
  'high late',
  'high',
  'medium late',
  'medium',
  'low late',
  'low',
];
const anyFilters: fc.Arbitrary<Filters> = fc
  .dictionary(fc.constantFrom(...keys), fc.constantFrom(...strengths))
  .map((told) => ({ ...noFilters, strengths: new Map(Object.entries(told)) }));
const atMost = (a: Filters, b: Filters): boolean => ['weaker', 'equal'].includes(compareFilters(a, b));

const isBelow = (a: Filters, ...all: readonly Filters[]): boolean => all.every((one) => atMost(a, one));
const isAbove = (a: Filters, ...all: readonly Filters[]): boolean => all.every((one) => atMost(one, a));

test('the laws of the lattice hold for 10,000 random guardrails', () => {
  let seen = 0;
  fc.assert(
    fc.property(anyFilters, anyFilters, anyFilters, (a, b, c) => {
      seen += 3;
      const [lower, upper] = [meetFilters(a, b), joinFilters(a, b)];
      const alike = keys.every((key) => strengthAt(a, key) === strengthAt(b, key));
      expect({
        reflexive: compareFilters(a, a),
        antisymmetric: atMost(a, b) && atMost(b, a),
        transitive: !(atMost(a, b) && atMost(b, c)) || atMost(a, c),
        meet: isBelow(lower, a, b),
        greatest: !isBelow(c, a, b) || atMost(c, lower),
        join: isAbove(upper, a, b),
        least: !isAbove(c, a, b) || atMost(upper, c),
        commutes: compareFilters(meetFilters(b, a), lower),
        absorbs: [compareFilters(joinFilters(a, lower), a), compareFilters(meetFilters(a, upper), a)],
      }).toEqual({
        reflexive: 'equal',
        antisymmetric: alike,
        transitive: true,
        meet: true,
        greatest: true,
        join: true,
        least: true,
        commutes: 'equal',
        absorbs: ['equal', 'equal'],
      });
    }),
    { numRuns: 3334, seed: 11 },
  );
  process.stdout.write(`\nlattice: ${cases.length} cases, laws held for ${seen} guardrails\n`);
  expect(seen).toBeGreaterThanOrEqual(10_000);
});

const opposite = { less: 'greater', greater: 'less', equal: 'equal', apart: 'apart', open: 'open' } as const;
const isLess = (a: Strength, b: Strength): boolean => compareStrength(a, b) === 'less';

test('strengths are in order in every pair and triple', () => {
  const pairs = strengths.flatMap((a) => strengths.map((b) => [a, b] as const));
  for (const [a, b] of pairs) expect(opposite[compareStrength(a, b)]).toBe(compareStrength(b, a));
  const chains = pairs
    .filter(([a, b]) => isLess(a, b))
    .flatMap(([a, b]) => strengths.filter((c) => isLess(b, c)).map((c) => [a, c] as const));
  expect(chains.filter(([a, c]) => !isLess(a, c))).toEqual([]);
});

const levels = ['Low', 'Medium', 'High'];
const anyRows = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom(
        'Hate',
        'Sexual',
        'Violence',
        'Selfharm',
        'Jailbreak',
        'Indirect Attack',
        'Protected Material Text',
        'Profanity',
      ),
      source: fc.constantFrom('Prompt', 'Completion'),
      enabled: fc.boolean(),
      blocking: fc.boolean(),
      severityThreshold: fc.constantFrom(...levels),
    }),
    { selector: ({ name, source }) => `${name} ${source}`, minLength: 1 },
  )
  .map((found): readonly Body[] => found);
const harmNames = new Set(['Hate', 'Sexual', 'Violence', 'Selfharm']);

/** Every way to make one filter a step weaker. */
function weakenings(one: Body): readonly Body[] {
  if (one['enabled'] === false) return [];
  const at = levels.indexOf(String(one['severityThreshold']));
  const laxer =
    one['blocking'] === true && harmNames.has(String(one['name'])) && at < 2
      ? [{ ...one, severityThreshold: levels[at + 1] }]
      : [];
  return [{ ...one, enabled: false }, ...(one['blocking'] === true ? [{ ...one, blocking: false }] : []), ...laxer];
}

const plain = (found: readonly Body[]): Guardrail => built('Microsoft.Own', found);
const mutants = (found: readonly Body[]): readonly Guardrail[] =>
  found.flatMap((one, at) => weakenings(one).map((weaker) => plain(found.with(at, weaker))));

test('each single weakening of each filter is told, and no rewriting of the same', () => {
  let [told, planted, rewritten] = [0, 0, 0];
  fc.assert(
    fc.property(anyRows, fc.constantFrom('_', ' ', '-', ''), fc.boolean(), (found, gap, upper) => {
      const policy = plain(found);
      const standings = mutants(found).map((mutant) => against(mutant, policy));
      planted += standings.length;
      told += standings.filter(({ order, weaker }) => order === 'weaker' && weaker.length === 1).length;
      const spelled = (word: unknown) => (upper ? String(word).toUpperCase() : String(word)).replaceAll(' ', gap);
      const same = [...found]
        .reverse()
        .map((one) => ({ ...one, name: spelled(one['name']), source: String(one['source']).toLowerCase() }));
      rewritten += 1;
      expect(against(plain(same), policy)).toMatchObject({ order: 'equal', weaker: [], stronger: [], open: [] });
    }),
    { numRuns: 1000, seed: 3 },
  );
  process.stdout.write(`\nlattice: ${told} of ${planted} single weakenings told, 0 of ${rewritten} rewritings\n`);
  expect(told).toBe(planted);
});
