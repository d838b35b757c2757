import rule from '../../../src/rules/deployment/deployment-spillover-guardrail';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import { builtIn, embeddings, guardrail, unread } from './guardrails';

const account = safe('aiAccount').id;
const strict = guardrail('', null);
const subject = { spilloverDeploymentName: 'std' };
const to = (raiPolicyName: string, more = {}) =>
  safe('deployment', { id: `${account}/deployments/std`, raiPolicyName, ...more });
const own = (like: ReturnType<typeof guardrail>, name = 'other') => ({
  ...like,
  id: `${account}/raipolicies/${name}`,
  name,
});
const list = { customBlocklists: [{ name: 'Words', source: 'prompt', blocking: true }] };

testRule(rule, {
  pass: [
    { name: 'the same guardrail', subject, around: [strict, to('STRICT')] },
    {
      name: 'a stricter one',
      subject: { ...subject, raiPolicyName: 'other' },
      around: [strict, own(guardrail('hate', { level: 'High' })), to('strict')],
    },
    {
      name: 'a blocklist without items is missing',
      subject,
      around: [guardrail('', null, list), own(strict), safe('blocklist', { itemCount: 0 }), to('other')],
    },
    {
      name: 'both spill over to each other',
      subject,
      around: [strict, to('strict', { spilloverDeploymentName: 'gpt' })],
    },
  ],
  fail: [
    {
      name: 'a laxer one',
      subject,
      around: [strict, own(guardrail('hate', { level: 'High' })), to('other')],
      says: 'block at High, not block at Low',
    },
    { name: 'none', subject, around: [strict, to('Microsoft.Nil')], says: 'Jailbreak/prompt is not there' },
    {
      name: 'one that answers late',
      subject,
      around: [strict, own(guardrail('', null, { mode: 'Deferred' })), to('other')],
      says: 'late',
    },
    {
      name: 'a blocklist is missing',
      subject,
      around: [builtIn('Microsoft.DefaultV2'), guardrail('', null, list), own(strict), safe('blocklist'), to('other')],
      says: 'blocklist Words/prompt',
    },
  ],
  notApplicable: [{ name: 'no spillover' }, { name: 'takes no filter', subject: { ...subject, model: embeddings } }],
  unknown: [
    { name: 'the other deployment is not listed', subject, around: [strict], says: 'does not list deployment std' },
    { name: 'the default guardrail is not listed', subject, around: [strict, to('')] },
    {
      name: 'not stated there',
      subject,
      around: [strict, own(guardrail('jailbreak', null)), builtIn('Microsoft.DefaultV2'), to('other')],
      says: 'not stated',
    },
    { name: 'guardrails were not read', subject, around: [to('strict')], gaps: [unread] },
  ],
});
