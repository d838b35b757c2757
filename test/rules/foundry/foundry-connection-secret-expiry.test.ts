import rule from '../../../src/rules/foundry/foundry-connection-secret-expiry';
import { testRule } from '../../kit/testRule';

const key = (expiryTime: string) => ({ subject: { authType: 'ApiKey', expiryTime } });

testRule(rule, {
  pass: [{ name: 'it ends later', ...key('2027-01-01T00:00:00Z') }],
  fail: [
    { name: 'no end', ...key(''), says: 'expiryTime is not set' },
    { name: 'it ended', ...key('2026-11-24T05:59:59Z'), says: 'expiryTime is 2026-11-24' },
    { name: 'it ends this instant', ...key('2026-11-24T06:00:00Z') },
  ],
  notApplicable: [
    { name: 'an identity' },
    { name: 'nobody signs in', subject: { category: 'RemoteTool', authType: 'None' } },
    { name: 'of an ML workspace', subject: { owner: 'workspace', authType: 'ApiKey' } },
  ],
});
