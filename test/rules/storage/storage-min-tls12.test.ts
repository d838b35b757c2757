import rule from '../../../src/rules/storage/storage-min-tls12';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [
    { name: 'TLS 1.2, in odd casing', subject: { minimumTlsVersion: 'tls1_2' } },
    { name: 'TLS 1.3', subject: { minimumTlsVersion: 'TLS1_3' } },
  ],
  fail: [
    {
      name: 'TLS 1.0, as when Azure leaves it out',
      subject: { minimumTlsVersion: 'TLS1_0' },
      says: 'minimumTlsVersion is TLS1_0',
    },
    { name: 'TLS 1.1', subject: { minimumTlsVersion: 'TLS1_1' } },
    { name: 'a value nobody knows', subject: { minimumTlsVersion: 'TLS2_0' } },
  ],
});
