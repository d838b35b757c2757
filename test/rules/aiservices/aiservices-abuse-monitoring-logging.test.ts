import rule from '../../../src/rules/aiservices/aiservices-abuse-monitoring-logging';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'nothing said' }, { name: 'on', subject: { capabilities: { ContentLogging: 'true' } } }],
  fail: [
    {
      name: 'off, in odd casing',
      subject: { capabilities: { contentlogging: 'False' } },
      says: 'ContentLogging is false',
    },
  ],
});
