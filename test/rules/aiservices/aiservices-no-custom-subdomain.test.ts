import rule from '../../../src/rules/aiservices/aiservices-no-custom-subdomain';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'a custom subdomain' }],
  fail: [{ name: 'none', subject: { customSubDomainName: '' }, says: 'customSubDomainName' }],
});
