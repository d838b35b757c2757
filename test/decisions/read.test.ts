import fc from 'fast-check';
import { readDecision, type Known } from '../../src/decisions';

const resource =
  '/subscriptions/11111111-1111-4111-8111-111111111111/resourcegroups/rg/providers/microsoft.cognitiveservices/accounts/a';
const known: Known = {
  ruleIds: ['aiservices-local-auth-disabled', 'deployment-model-retired', 'deployment-model-allowed'],
  resourceIds: [resource],
  maxDays: 180,
  by: 'ada',
  at: '2026-11-28T06:00:00.000Z',
};
const good = {
  rule: 'aiservices-local-auth-disabled',
  scope: resource.replace('rg/', 'RG/'),
  reason: 'Partner needs keys until spring.',
  owner: 'ai-platform',
  until: '2027-03-31',
};

test('an exception holds to the end of its last day, at the place as Azure compares it', () => {
  expect(readDecision(good, known)).toMatchObject({
    problems: [],
    decision: {
      kind: 'exception',
      scope: resource,
      until: '2027-03-31T23:59:59.000Z',
      owner: 'ai-platform',
      by: 'ada',
      at: known.at,
    },
  });
});

test.each([
  [
    'a misspelt rule',
    { rule: 'aiservices-local-auth-disable' },
    /no rule .* Did you mean 'aiservices-local-auth-disabled'/,
  ],
  ['a beginning that no rule has', { rule: 'deploiment-*' }, /no rule 'deploiment-\*'/],
  ['a misspelt resource', { scope: `${resource}b` }, /holds nothing at .* Did you mean/],
  ['a scope that is none', { scope: 'claims' }, /no subscription, resource group or resource/],
  ['no end', { until: undefined }, /needs an end/],
  ['an end that is over', { until: '2026-11-01' }, /is over already/],
  ['an end too far off', { until: '2028-01-01' }, /at most 180 days, that is 2027-05-27/],
  ['no date', { until: 'soon' }, /is no date/],
  ['no owner', { owner: undefined }, /needs somebody who answers/],
  ['no reason', { reason: '  ' }, /reason/],
  ['an unknown member', { untill: '2027-01-01' }, /untill/],
  ['an approval of nothing', { kind: 'approval' }, /name the ids of the changes/],
  ['a kind that is none', { kind: 'mute' }, /kind/],
])('%s is refused, with what to mend', (_, wrong, told) => {
  const { problems } = readDecision({ ...good, ...wrong }, known);
  expect(problems.join('\n')).toMatch(told);
});

test('all problems are named at once', () => {
  expect(readDecision({ reason: 'because', rule: 'x', scope: 'y' }, known).problems).toHaveLength(4);
});

test('before the first run no place can be checked, and none is refused', () => {
  expect(readDecision({ ...good, scope: `${resource}b` }, { ...known, resourceIds: undefined }).problems).toEqual([]);
});

test('anything at all is read or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.anything(), (given) => {
      const read = readDecision(given, known);
      return 'decision' in read || read.problems.length > 0;
    }),
  );
});
