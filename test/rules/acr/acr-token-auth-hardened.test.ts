import rule from '../../../src/rules/acr/acr-token-auth-hardened';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'its own tokens only' }],
  fail: [
    {
      name: 'other tokens too, as when Azure leaves it out',
      subject: { azureAdAuthenticationAsArm: true },
      says: 'azureADAuthenticationAsArmPolicy.status is enabled',
    },
  ],
});
