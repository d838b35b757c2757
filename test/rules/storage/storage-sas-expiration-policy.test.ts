import rule from '../../../src/rules/storage/storage-sas-expiration-policy';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'a day', subject: { allowSharedKeyAccess: true } }],
  fail: [
    {
      name: 'no policy',
      subject: { allowSharedKeyAccess: true, sasExpirationPeriod: '' },
      says: 'sasPolicy is absent',
    },
  ],
  notApplicable: [{ name: 'keys are off', subject: { sasExpirationPeriod: '' }, says: 'allowSharedKeyAccess' }],
});
