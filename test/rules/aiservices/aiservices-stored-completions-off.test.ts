import rule from '../../../src/rules/aiservices/aiservices-stored-completions-off';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'stored completions are off' }],
  fail: [
    {
      name: 'they are on, as when the property is absent',
      subject: { storedCompletionsDisabled: false },
      says: 'is false',
    },
    {
      name: 'a Foundry account, in odd casing',
      subject: { storedCompletionsDisabled: false, accountKind: 'aiservices' },
    },
  ],
  notApplicable: [
    {
      name: 'a kind that serves no completions',
      subject: { storedCompletionsDisabled: false, accountKind: 'SpeechServices' },
    },
  ],
});
