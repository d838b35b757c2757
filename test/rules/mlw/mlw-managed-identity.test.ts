import rule from '../../../src/rules/mlw/mlw-managed-identity';
import { testRule } from '../../kit/testRule';

const none = { types: [], userAssignedIds: [], userAssignedPrincipalIds: [] };

testRule(rule, {
  pass: [
    { name: 'a system-assigned identity' },
    {
      name: 'a user-assigned one alone',
      subject: { identity: { ...none, types: ['UserAssigned'], userAssignedIds: ['id'] } },
    },
  ],
  fail: [{ name: 'there is none', subject: { identity: none }, says: 'identity.type is None' }],
});
