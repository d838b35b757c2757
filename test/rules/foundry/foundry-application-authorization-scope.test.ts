import rule from '../../../src/rules/foundry/foundry-application-authorization-scope';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'roles decide' }, { name: 'roles decide, in odd casing', subject: { authorizationType: 'default' } }],
  fail: [
    {
      name: 'everyone in the organisation',
      subject: { authorizationType: 'OrganizationScope' },
      says: 'OrganizationScope',
    },
    { name: 'everyone in a channel', subject: { authorizationType: 'channels' } },
    { name: 'a word nobody knows', subject: { authorizationType: 'Public' } },
  ],
  notApplicable: [{ name: 'switched off', subject: { isEnabled: false, authorizationType: 'Channels' } }],
  unknown: [{ name: 'no policy is stated', subject: { authorizationType: '' } }],
});
