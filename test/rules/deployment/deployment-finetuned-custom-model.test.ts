import rule from '../../../src/rules/deployment/deployment-finetuned-custom-model';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const custom = { ...safe('deployment').model, name: 'gpt-4o-2024-08-06.ft-0e20' };
const account = (tags: Record<string, string>) => [safe('aiAccount', { tags })];
const gap = {
  kind: 'aiAccount',
  scope: '/subscriptions/s',
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;
const from = (sourceAccount: string) => ({ subject: { model: { ...custom, sourceAccount } } });

testRule(rule, {
  pass: [
    { name: 'the deployment names its owner, in odd casing', subject: { model: custom, tags: { Owner: 'a' } } },
    {
      name: 'the account names the lineage',
      subject: { model: custom, tags: {} },
      around: account({ lineage: 'job' }),
    },
    { name: 'trained in the same subscription', ...from('/subscriptions/S/resourceGroups/rg/x') },
  ],
  fail: [
    { name: 'no tag says', subject: { model: custom, tags: {} }, around: account({}), says: 'no owner and no lineage' },
    { name: 'trained elsewhere', ...from('/subscriptions/other/x'), says: 'subscription other' },
    {
      name: 'a source alone marks it',
      subject: { model: { ...custom, name: 'm', source: 'job' }, tags: {} },
      around: account({}),
    },
  ],
  notApplicable: [{ name: 'a model of the catalogue', subject: { tags: {} } }],
  unknown: [{ name: 'the account was not read', subject: { model: custom, tags: {} }, gaps: [gap] }],
});
