import rule from '../../../src/rules/foundry/foundry-default-project-local-auth';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'keys are off', subject: { allowProjectManagement: true } }],
  fail: [
    {
      name: 'keys are on',
      subject: { allowProjectManagement: true, localAuthDisabled: false },
      says: 'disableLocalAuth is false',
    },
  ],
  notApplicable: [{ name: 'no projects, as when the property is absent', subject: { localAuthDisabled: false } }],
});
