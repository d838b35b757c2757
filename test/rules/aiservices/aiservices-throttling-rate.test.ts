import rule from '../../../src/rules/aiservices/aiservices-throttling-rate';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const calls = (...counts: readonly (readonly [number, number])[]) => ({
  around: [
    safe('modelRequests', {
      deployments: counts.map(([requests, throttled], at) => ({ deployment: `d${at}`, requests, throttled })),
    }),
  ],
});

testRule(rule, {
  pass: [
    { name: 'none refused', ...calls([100, 0]) },
    { name: 'one in a hundred', ...calls([100, 1]) },
    { name: 'one busy deployment among many calls', ...calls([50, 5], [950, 5]) },
  ],
  fail: [
    { name: 'two in a hundred', ...calls([100, 2]), says: '429 are 2 of 100' },
    { name: 'summed over deployments', ...calls([50, 1], [50, 1]), says: '2 of 100' },
  ],
  notApplicable: [
    { name: 'no calls', ...calls(), says: 'no call' },
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
      ...calls(),
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
