import rule from '../../../src/rules/mlcompute/mlcompute-allowed-image-registries';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import type { PolicyAssignment } from '../../../src/model/governance';

const guid = '5853517a-63de-11ea-bc55-0242ac130003';
const group = '/providers/microsoft.management/managementgroups/mg';
const workspace = safe('mlWorkspace').id;
const assigned = (changes: Partial<PolicyAssignment> = {}) =>
  safe('policyAssignment', {
    policyDefinitionId: `/providers/microsoft.authorization/policydefinitions/${guid}`,
    ...changes,
  });
const sub = (...managementGroupIds: string[]) => safe('subscription', { managementGroupIds });
const exemption = (expiresOn: string, scope = workspace) =>
  safe('policyExemption', { scope, expiresOn, policyAssignmentId: assigned().id });
const gap = (kind: 'policyAssignment' | 'policyExemption') =>
  ({ kind, scope: '/', reason: 'forbidden', permission: 'x/read', detail: '' }) as const;

testRule(rule, {
  pass: [
    { name: 'assigned on the subscription', around: [assigned()] },
    { name: 'assigned on the workspace itself', around: [assigned({ scope: workspace })] },
    { name: 'assigned above, on a management group', around: [sub(group), assigned({ scope: group })] },
    {
      name: 'another resource group is left out',
      around: [assigned({ notScopes: ['/subscriptions/s/resourcegroups/rg2'] })],
    },
    { name: 'an exemption has ended', around: [assigned(), exemption('2026-11-01T00:00:00Z')] },
    { name: 'an exemption of a neighbour', around: [assigned(), exemption('', `${workspace}2`)] },
    { name: 'odd casing of the enforcement', around: [assigned({ enforcementMode: 'DEFAULT' })] },
  ],
  fail: [
    { name: 'nothing is assigned', says: 'policyAssignments hold none of 5853517a' },
    { name: 'another policy, and a built-in initiative', around: [safe('policyAssignment')] },
    { name: 'assigned elsewhere', around: [assigned({ scope: '/subscriptions/other' })] },
    { name: 'the workspace is left out', around: [assigned({ notScopes: [workspace] })], says: 'none of' },
    {
      name: 'its resource group is left out',
      around: [assigned({ notScopes: ['/subscriptions/s/resourcegroups/rg'] })],
    },
    {
      name: 'assigned on a group that is not above',
      around: [sub(`${group}2`), assigned({ scope: group })],
    },
    {
      name: 'assigned without effect',
      around: [assigned({ enforcementMode: 'DoNotEnforce' })],
      says: 'DoNotEnforce',
    },
    { name: 'the workspace is exempt', around: [assigned(), exemption('')], says: 'policyExemptions' },
    { name: 'exempt until next year', around: [assigned(), exemption('2027-01-01T00:00:00Z')] },
  ],
  unknown: [
    { name: 'assignments were not read', gaps: [gap('policyAssignment')], says: 'x/read' },
    { name: 'exemptions were not read', around: [assigned()], gaps: [gap('policyExemption')], says: 'x/read' },
    { name: 'the chain of groups is not known', around: [assigned({ scope: group })], says: 'management groups' },
    {
      name: 'an initiative of our own may hold it',
      around: [
        assigned({
          policyDefinitionId: '/subscriptions/s/providers/microsoft.authorization/policysetdefinitions/ours',
        }),
      ],
      says: 'custom initiative',
    },
  ],
});
