import rule from '../../../src/rules/search/search-shared-private-link-pending';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const links = (...statuses: string[]) => ({
  subject: {
    sharedPrivateLinks: statuses.map((status, n) => ({
      name: `l${n}`,
      status,
      resourceId: safe('storageAccount').id,
    })),
  },
});

testRule(rule, {
  pass: [{ name: 'all approved, in odd casing', ...links('Approved', 'APPROVED') }],
  fail: [
    { name: 'one waits', ...links('Approved', 'Pending'), says: 'l1 is Pending' },
    { name: 'one was rejected', ...links('Rejected') },
    { name: 'a status that is not stated', ...links(''), says: 'not stated' },
  ],
  notApplicable: [{ name: 'there is none', says: 'no shared private link' }],
});
