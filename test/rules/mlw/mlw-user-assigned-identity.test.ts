import rule from '../../../src/rules/mlw/mlw-user-assigned-identity';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const { identity } = safe('mlWorkspace');
const own = '/subscriptions/s/resourcegroups/rg/providers/microsoft.managedidentity/userassignedidentities/uai';
const types = (...given: (typeof identity.types)[number][]) => ({ identity: { ...identity, types: given } });

testRule(rule, {
  pass: [
    { name: 'an identity of its own', subject: { ...types('UserAssigned'), primaryUserAssignedIdentity: own } },
    { name: 'both', subject: { ...types('SystemAssigned', 'UserAssigned'), primaryUserAssignedIdentity: own } },
  ],
  fail: [
    {
      name: 'the identity of the system only',
      subject: { ...types('SystemAssigned'), primaryUserAssignedIdentity: '' },
      says: 'identity.type is SystemAssigned',
    },
    { name: 'none', subject: { ...types(), primaryUserAssignedIdentity: '' }, says: 'identity.type is None' },
    {
      name: 'assigned, but not named as the primary one',
      subject: { ...types('UserAssigned'), primaryUserAssignedIdentity: '' },
      says: 'primaryUserAssignedIdentity is empty',
    },
  ],
});
