import rule from '../../../src/rules/foundry/foundry-agent-guardrail-jailbreak';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const strict = safe('guardrail');
const lax = { ...strict, id: strict.id.replace('strict', 'lax'), name: 'lax', basePolicyName: '', contentFilters: [] };
const deployment = { ...safe('deployment'), name: 'd', id: safe('deployment').id.replace('gpt', 'd') };
const account = strict.parentId!;

testRule(rule, {
  pass: [
    { name: 'its own guardrail blocks', around: [strict] },
    { name: 'named by its whole id', subject: { raiPolicyAccount: account }, around: [strict] },
    {
      name: 'none of its own, that of its model blocks',
      subject: { raiPolicyName: '' },
      around: [strict, { ...deployment, raiPolicyName: 'strict' }],
    },
  ],
  fail: [
    {
      name: 'its own guardrail replaces the strict one of its model',
      subject: { raiPolicyName: 'lax' },
      around: [strict, lax, { ...deployment, raiPolicyName: 'strict' }],
      says: 'rai_policy_name lax does not block Jailbreak/Prompt',
    },
    {
      name: 'its model has none',
      subject: { raiPolicyName: '' },
      around: [strict, { ...deployment, raiPolicyName: 'Microsoft.Nil' }],
      says: 'deployment d',
    },
  ],
  notApplicable: [{ name: 'it runs elsewhere', subject: { agentKind: 'external' } }],
  unknown: [
    { name: 'a guardrail that is not listed', subject: { raiPolicyName: 'gone' }, around: [strict] },
    { name: 'a guardrail of another account', subject: { raiPolicyAccount: '/subscriptions/s/x' }, around: [strict] },
    { name: 'a model that is not listed', subject: { raiPolicyName: '' }, around: [strict] },
  ],
});
