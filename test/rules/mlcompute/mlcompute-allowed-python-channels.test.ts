import rule from '../../../src/rules/mlcompute/mlcompute-allowed-python-channels';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const assigned = (guid: string, scope = '/subscriptions/s') =>
  safe('policyAssignment', {
    scope,
    policyDefinitionId: `/providers/microsoft.authorization/policydefinitions/${guid}`,
  });
const guid = '77eeea86-7e81-4a7d-9067-de844d096752';
const gap = { kind: 'policyAssignment', scope: '/', reason: 'forbidden', permission: 'x/read', detail: '' } as const;

testRule(rule, {
  pass: [
    { name: 'assigned on the subscription', around: [assigned(guid)] },
    { name: 'odd casing', around: [assigned(guid.toUpperCase())] },
  ],
  fail: [
    { name: 'nothing is assigned', says: '77eeea86-7e81-4a7d-9067-de844d096752' },
    { name: 'another policy', around: [assigned('00000000-0000-0000-0000-000000000000')] },
    { name: 'assigned on another subscription', around: [assigned(guid, '/subscriptions/other')] },
  ],
  unknown: [{ name: 'assignments were not read', gaps: [gap], says: 'x/read' }],
});
