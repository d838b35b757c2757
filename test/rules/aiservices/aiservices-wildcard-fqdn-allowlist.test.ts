import rule from '../../../src/rules/aiservices/aiservices-wildcard-fqdn-allowlist';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [
    { name: 'own hosts', subject: { allowedFqdnList: ['contoso.example', 'st1.blob.core.windows.net'] } },
    { name: 'an empty list', subject: { allowedFqdnList: [] } },
  ],
  fail: [
    { name: 'everything', subject: { allowedFqdnList: ['*'] }, says: 'allowedFqdnList holds *' },
    { name: 'a wildcard', subject: { allowedFqdnList: ['*.contoso.example'] } },
    {
      name: 'a paste host, in odd casing',
      subject: { allowedFqdnList: ['contoso.example', 'WWW.Pastebin.com'] },
      says: 'Pastebin',
    },
  ],
  notApplicable: [
    { name: 'outbound is open anyway', subject: { restrictOutboundNetworkAccess: false, allowedFqdnList: ['*'] } },
  ],
});
