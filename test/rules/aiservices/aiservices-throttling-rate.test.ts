import rule from '../../../src/rules/aiservices/aiservices-throttling-rate';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const calls = (throttledPercent: number, called = ['gpt']) => ({
  around: [safe('modelRequests', { called, throttledPercent })],
});

testRule(rule, {
  pass: [
    { name: 'none refused', ...calls(0) },
    { name: 'one in a hundred', ...calls(1) },
  ],
  fail: [{ name: 'two in a hundred', ...calls(2), says: '429 are 2 %' }],
  notApplicable: [
    { name: 'no calls', ...calls(0, []), says: 'no call' },
    { name: 'another kind', subject: { accountKind: 'SpeechServices' }, says: 'SpeechServices' },
  ],
  unknown: [
    { name: 'nothing was answered', says: 'AzureOpenAIRequests' },
    {
      name: 'the metric was refused',
      gaps: [
        { kind: 'modelRequests', scope: safe('aiAccount').id, reason: 'forbidden', permission: 'x/read', detail: '' },
      ],
      says: 'x/read',
    },
    {
      name: 'the metric was answered with an error: absent is not zero',
      ...calls(0, []),
      gaps: [
        {
          kind: 'modelRequests',
          scope: safe('aiAccount').id,
          reason: 'notStated',
          permission: '',
          detail: 'Throttled',
        },
      ],
      says: 'Throttled',
    },
  ],
});
