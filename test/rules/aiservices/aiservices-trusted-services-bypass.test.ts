import rule from '../../../src/rules/aiservices/aiservices-trusted-services-bypass';
import { safeNetwork } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const network = safeNetwork({ bypass: ['azureservices'] });

testRule(rule, {
  pass: [
    { name: 'keys are off', subject: { network } },
    { name: 'no bypass', subject: { localAuthDisabled: false } },
  ],
  fail: [
    { name: 'both, in odd casing', subject: { network, localAuthDisabled: false }, says: 'bypass is AzureServices' },
  ],
});
