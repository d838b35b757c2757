import rule from '../../../src/rules/bot/bot-https-endpoint';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'https' }, { name: 'in odd casing', subject: { endpointScheme: 'HTTPS' } }],
  fail: [
    { name: 'http', subject: { endpointScheme: 'http' }, says: 'endpoint is http://bot.contoso.example' },
    { name: 'no scheme', subject: { endpointScheme: '' } },
  ],
  notApplicable: [{ name: 'no endpoint', subject: { endpointScheme: '', endpointHost: '' } }],
});
