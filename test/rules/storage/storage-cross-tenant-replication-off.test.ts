import rule from '../../../src/rules/storage/storage-cross-tenant-replication-off';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'it is off' }],
  fail: [
    {
      name: 'it is allowed, as on old accounts that leave it out',
      subject: { allowCrossTenantReplication: true },
      says: 'allowCrossTenantReplication is true',
    },
  ],
});
