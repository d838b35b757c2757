import rule from '../../../src/rules/deployment/deployment-filter-selfharm';
import { testRule } from '../../kit/testRule';
import { builtIn, embeddings, guardrail, unread } from './guardrails';

const having = (changes: Parameters<typeof guardrail>[1], more: Parameters<typeof guardrail>[2] = {}) => ({
  around: [guardrail('selfharm', changes, more)],
});
const base = builtIn('Microsoft.DefaultV2');

testRule(rule, {
  pass: [
    { name: 'blocks at Low', ...having({}) },
    { name: 'blocks at Medium', ...having({ level: 'Medium' }) },
    {
      name: 'the built-in guardrail blocks, named in odd casing',
      subject: { raiPolicyName: 'microsoft.defaultv2' },
      around: [base],
    },
  ],
  fail: [
    {
      name: 'High on completions',
      ...having({ level: 'High' }, { source: 'completion' }),
      says: 'Selfharm/Completion has severityThreshold High',
    },
    { name: 'a threshold nobody knows', ...having({ level: 'Unrecognised' }) },
    {
      name: 'only annotated on prompts',
      ...having({ effect: 'annotate' }, { source: 'prompt' }),
      says: 'Selfharm/Prompt has blocking false',
    },
    { name: 'off', ...having({ effect: 'off' }), says: 'enabled false' },
    { name: 'missing from a built-in policy', ...having(null, { type: 'SystemManaged' }), says: 'is not there' },
    {
      name: 'not stated, and off in the base too',
      around: [guardrail('selfharm', null), builtIn('Microsoft.DefaultV2', guardrail('selfharm', { effect: 'off' }))],
    },
    { name: 'not stated, and no base', ...having(null, { basePolicyName: '' }) },
  ],
  notApplicable: [
    { name: 'no guardrail', subject: { raiPolicyName: '' } },
    { name: 'the guardrail without filters', subject: { raiPolicyName: 'Microsoft.Nil' } },
    { name: 'an embedding model', subject: { model: embeddings } },
  ],
  unknown: [
    {
      name: 'not stated, the base blocks',
      around: [guardrail('selfharm', null, { source: 'prompt' }), base],
      says: 'Selfharm/Prompt',
    },
    { name: 'not stated, the base was not listed', ...having(null), says: 'Microsoft.DefaultV2' },
    { name: 'the threshold is not stated', ...having({ level: '' }) },
    { name: 'the account does not list the guardrail', says: 'does not list guardrail strict' },
    { name: 'guardrails were not read', ...having({}), gaps: [unread], says: 'x/read' },
  ],
});
