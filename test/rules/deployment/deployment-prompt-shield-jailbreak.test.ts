import rule from '../../../src/rules/deployment/deployment-prompt-shield-jailbreak';
import { testRule } from '../../kit/testRule';
import { builtIn, embeddings, guardrail, unread } from './guardrails';

const having = (changes: Parameters<typeof guardrail>[1], more: Parameters<typeof guardrail>[2] = {}) => ({
  around: [guardrail('jailbreak', changes, more)],
});

testRule(rule, {
  pass: [
    { name: 'blocks', ...having({}) },
    { name: 'stated for no source in particular', ...having({ source: '' }) },
  ],
  fail: [
    { name: 'off', ...having({ effect: 'off' }), says: 'Jailbreak/Prompt has enabled false' },
    { name: 'only annotated', ...having({ effect: 'annotate' }), says: 'has blocking false' },
    { name: 'a person decides', ...having({ effect: 'person' }) },
    {
      name: 'stated for another source',
      ...having({ source: 'posttoolcall' }, { basePolicyName: '' }),
      says: 'is not there',
    },
    {
      name: 'missing from the built-in guardrail',
      subject: { raiPolicyName: 'Microsoft.Default' },
      around: [builtIn('Microsoft.Default', guardrail('jailbreak', null))],
    },
  ],
  notApplicable: [
    { name: 'no guardrail', subject: { raiPolicyName: '' } },
    { name: 'an embedding model', subject: { model: embeddings } },
  ],
  unknown: [
    {
      name: 'not stated, and the policy names itself as base',
      around: [guardrail('jailbreak', null, { basePolicyName: 'strict' })],
    },
    {
      name: 'not stated, the base blocks',
      around: [guardrail('jailbreak', null), builtIn('Microsoft.DefaultV2')],
      says: 'Jailbreak/Prompt',
    },
    { name: 'not stated, the base is not listed', ...having(null), says: 'Microsoft.DefaultV2' },
    { name: 'a built-in guardrail that the account does not list', subject: { raiPolicyName: 'Microsoft.DefaultV2' } },
    { name: 'guardrails were not read', gaps: [unread], says: 'x/read' },
  ],
});
