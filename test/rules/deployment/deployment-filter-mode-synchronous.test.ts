import rule from '../../../src/rules/deployment/deployment-filter-mode-synchronous';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import { embeddings, unread } from './guardrails';

const mode = (value: string) => ({ around: [safe('guardrail', { mode: value })] });

testRule(rule, {
  pass: [
    { name: 'Blocking', ...mode('Blocking') },
    { name: 'Default, in odd casing', ...mode('DEFAULT') },
    { name: 'absent', ...mode('') },
  ],
  fail: [
    { name: 'asynchronous', ...mode('Asynchronous_filter'), says: 'mode is Asynchronous_filter' },
    { name: 'deferred', ...mode('deferred') },
    { name: 'a mode nobody knows', ...mode('Eventually') },
  ],
  notApplicable: [
    { name: 'no guardrail', subject: { raiPolicyName: '' } },
    { name: 'an embedding model', subject: { model: embeddings } },
  ],
  unknown: [
    { name: 'the account does not list the guardrail', says: 'does not list' },
    { name: 'guardrails were not read', gaps: [unread] },
  ],
});
