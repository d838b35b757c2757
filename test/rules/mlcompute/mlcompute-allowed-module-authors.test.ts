import rule from '../../../src/rules/mlcompute/mlcompute-allowed-module-authors';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const assigned = (guid: string, scope = '/subscriptions/s') =>
  safe('policyAssignment', {
    scope,
    policyDefinitionId: `/providers/microsoft.authorization/policydefinitions/${guid}`,
  });
const guid = '53c70b02-63dd-11ea-bc55-0242ac130003';
const gap = { kind: 'policyAssignment', scope: '/', reason: 'forbidden', permission: 'x/read', detail: '' } as const;

testRule(rule, {
  pass: [
    { name: 'assigned on the subscription', around: [assigned(guid)] },
    { name: 'odd casing', around: [assigned(guid.toUpperCase())] },
  ],
  fail: [
    { name: 'nothing is assigned', says: '53c70b02-63dd-11ea-bc55-0242ac130003' },
    { name: 'another policy', around: [assigned('00000000-0000-0000-0000-000000000000')] },
    { name: 'assigned on another subscription', around: [assigned(guid, '/subscriptions/other')] },
  ],
  unknown: [{ name: 'assignments were not read', gaps: [gap], says: 'x/read' }],
});
