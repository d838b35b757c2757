import rule from '../../../src/rules/search/search-cmk-compliant';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'compliant' }, { name: 'odd casing', subject: { cmkComplianceStatus: 'COMPLIANT' } }],
  fail: [
    { name: 'not compliant', subject: { cmkComplianceStatus: 'NonCompliant' }, says: 'is NonCompliant' },
    { name: 'a value nobody knows', subject: { cmkComplianceStatus: 'Partly' } },
  ],
  notApplicable: [
    {
      name: 'nothing is enforced',
      subject: { cmkEnforcement: 'Unspecified', cmkComplianceStatus: '' },
      says: 'enforcement is Unspecified',
    },
  ],
  unknown: [{ name: 'Azure does not say', subject: { cmkComplianceStatus: '' }, says: 'does not state' }],
});
