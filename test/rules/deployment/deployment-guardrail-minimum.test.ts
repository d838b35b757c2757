import rule from '../../../src/rules/deployment/deployment-guardrail-minimum';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import { builtIn, embeddings, guardrail, unread } from './guardrails';

const account = safe('aiAccount').id;
const asking = (filter: string, atLeast: 'block' | 'annotate' | 'High' | 'Medium' | 'Low', source = 'prompt') => ({
  policy: { guardrailBaseline: [{ filter, source, atLeast }] },
});
const other = safe('deployment', { id: `${account}/deployments/std`, raiPolicyName: 'lax' });
const lax = { ...guardrail('hate', { level: 'High' }), id: `${account}/raipolicies/lax`, name: 'lax' };
const spills = { subject: { spilloverDeploymentName: 'STD' }, ...asking('hate', 'Medium') };
const lists = { customBlocklists: [{ name: 'words', source: 'prompt', blocking: true }] };

testRule(rule, {
  pass: [
    { name: 'as strict as asked', around: [guardrail('hate', { level: 'Medium' })], ...asking('hate', 'Medium') },
    { name: 'stricter', around: [guardrail('', null)], ...asking('hate', 'High') },
    { name: 'any block will do', around: [guardrail('hate', { level: 'High' })], ...asking('hate', 'block') },
    {
      name: 'a note will do',
      around: [guardrail('jailbreak', { effect: 'annotate' })],
      ...asking('jailbreak', 'annotate'),
    },
    {
      name: 'spills over to one as strict',
      ...spills,
      around: [guardrail('', null), { ...other, raiPolicyName: 'strict' }],
    },
  ],
  fail: [
    {
      name: 'laxer than asked',
      around: [guardrail('hate', { level: 'High' })],
      ...asking('hate', 'Medium', 'completion'),
      says: 'hate/completion is block at High, not block at Medium',
    },
    {
      name: 'no such filter',
      around: [guardrail('', null), builtIn('Microsoft.DefaultV2')],
      ...asking('pii', 'block'),
      says: 'Pii/Prompt is not there',
    },
    {
      name: 'late',
      around: [guardrail('', null, { mode: 'Asynchronous_filter' })],
      ...asking('hate', 'Low', 'completion'),
      says: 'late',
    },
    { name: 'spills over to a laxer one', ...spills, around: [guardrail('', null), lax, other], says: 'block at High' },
  ],
  notApplicable: [
    { name: 'no minimum given' },
    { name: 'takes no filter', subject: { model: embeddings }, ...asking('hate', 'Low') },
    { name: 'no guardrail', subject: { raiPolicyName: '' }, ...asking('hate', 'Low') },
  ],
  unknown: [
    {
      name: 'not stated, and the base has it',
      around: [guardrail('hate', null), builtIn('Microsoft.DefaultV2')],
      ...asking('hate', 'Medium'),
      says: 'Hate/Prompt not stated',
    },
    { name: 'guardrails were not read', ...asking('hate', 'Low'), gaps: [unread], says: 'x/read' },
    { name: 'the guardrail is not listed', ...asking('hate', 'Low'), around: [lax] },
    { name: 'the deployment it spills over to is not listed', ...spills, around: [guardrail('', null)] },
    {
      name: 'blocklists that it uses were not read',
      around: [guardrail('', null, lists)],
      ...asking('hate', 'Low'),
      gaps: [{ ...unread, kind: 'blocklist' }],
    },
  ],
});
