import rule from '../../../src/rules/aiservices/aiservices-outbound-restricted';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'outbound access is restricted' }],
  fail: [{ name: 'it is not, as when the property is absent', subject: { restrictOutboundNetworkAccess: false } }],
});
