import rule from '../../../src/rules/raipolicy/raipolicy-weaker-than-default';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import { builtIn, guardrail, unread } from '../deployment/guardrails';

const medium = safe('guardrail').contentFilters.map((one) => (one.level ? { ...one, level: 'Medium' as const } : one));
const base = builtIn('Microsoft.DefaultV2', safe('guardrail', { contentFilters: medium }));
const policy = (...args: Parameters<typeof guardrail>) => ({ subject: guardrail(...args), around: [base] });
const same = { contentFilters: medium };

testRule(rule, {
  pass: [
    { name: 'stricter', around: [base] },
    { name: 'equal, in another order', subject: { contentFilters: [...medium].reverse() }, around: [base] },
    {
      name: 'no base named: measured by the built-in default',
      subject: { ...same, basePolicyName: '' },
      around: [base],
    },
    {
      name: 'based on the one without filters: measured by the default',
      subject: { ...same, basePolicyName: 'Microsoft.Nil' },
      around: [base],
    },
  ],
  fail: [
    {
      name: 'a threshold was lowered',
      ...policy('hate', { level: 'High' }, { source: 'completion' }),
      says: 'hate/completion is block at High, not block at Medium',
    },
    { name: 'one lowered, one raised', ...policy('violence', { level: 'High' }) },
    {
      name: 'a shield only annotates',
      ...policy('jailbreak', { effect: 'annotate' }),
      says: 'Jailbreak/prompt is annotate, not block',
    },
    { name: 'a person decides in place of a block', ...policy('jailbreak', { effect: 'person' }) },
    { name: 'off', ...policy('protectedmaterialcode', { effect: 'off' }) },
    { name: 'a threshold nobody knows', ...policy('sexual', { level: 'Unrecognised' }) },
    {
      name: 'asynchronous, the base is not',
      subject: { ...same, mode: 'asynchronous_filter' },
      around: [base],
      says: 'mode is asynchronous_filter',
    },
    {
      name: 'not stated, and no base it could come from',
      ...policy('hate', null, { basePolicyName: '' }),
      says: 'is not there',
    },
    {
      name: 'one lowered, another not stated',
      subject: {
        contentFilters: guardrail('jailbreak', null).contentFilters.map((one) =>
          one.filter === 'hate' ? { ...one, level: 'High' } : one,
        ),
      },
      around: [base],
    },
  ],
  notApplicable: [
    { name: 'a built-in guardrail', subject: { type: 'SystemManaged', contentFilters: [] }, around: [base] },
  ],
  unknown: [
    {
      name: 'a filter is not stated',
      ...policy('violence', null, { source: 'prompt' }),
      says: 'violence/prompt not stated',
    },
    { name: 'no filters are stated', subject: { contentFilters: [] }, around: [base] },
    { name: 'a threshold is not stated', ...policy('hate', { level: '' }) },
    { name: 'the base is not listed', says: 'does not list Microsoft.DefaultV2' },
    { name: 'guardrails were not read', around: [base], gaps: [unread], says: 'x/read' },
  ],
});
