import rule from '../../../src/rules/aiservices/aiservices-managed-identity';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const { identity } = safe('aiAccount');

testRule(rule, {
  pass: [
    { name: 'a system-assigned identity' },
    { name: 'a user-assigned identity', subject: { identity: { ...identity, types: ['UserAssigned'] } } },
  ],
  fail: [{ name: 'no identity', subject: { identity: { ...identity, types: [] } }, says: 'identity.type is None' }],
});
