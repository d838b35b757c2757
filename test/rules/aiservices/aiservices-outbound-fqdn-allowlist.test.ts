import rule from '../../../src/rules/aiservices/aiservices-outbound-fqdn-allowlist';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'restricted, with a list' }],
  fail: [
    {
      name: 'not restricted',
      subject: { restrictOutboundNetworkAccess: false },
      says: 'restrictOutboundNetworkAccess is false',
    },
    { name: 'restricted, no list', subject: { allowedFqdnList: [] }, says: 'allowedFqdnList is empty' },
  ],
  notApplicable: [{ name: 'another kind', subject: { accountKind: 'AIServices', allowedFqdnList: [] } }],
});
