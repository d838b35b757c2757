import rule from '../../../src/rules/foundry/foundry-connection-foreign-tenant';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const target = { subject: { targetResourceId: '/subscriptions/other/resourcegroups/rg/providers/x/y/z' } };
const other = (tenantId: string) => safe('subscription', { id: '/subscriptions/other', tenantId });
const own = safe('subscription');

testRule(rule, {
  pass: [
    {
      name: 'the same subscription',
      subject: { targetResourceId: '/subscriptions/s/resourcegroups/rg/providers/x/y/z' },
    },
    { name: 'another subscription of the tenant', ...target, around: [own, other('t')] },
  ],
  fail: [
    { name: 'a subscription of another tenant', ...target, around: [own, other('t2')], says: '/subscriptions/other' },
  ],
  notApplicable: [
    { name: 'no resource id' },
    { name: 'of an ML workspace', subject: { ...target.subject, owner: 'workspace' } },
  ],
  unknown: [{ name: 'a subscription nobody has read', ...target, around: [own], says: 'not known' }],
});
