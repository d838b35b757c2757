import rule from '../../../src/rules/subscription/ai-policy-assignment-missing';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import type { Resource } from '../../../src/model/resource';

const builtIn = '/providers/microsoft.authorization';
const group = '/providers/microsoft.management/managementgroups/mg';
const models = `${builtIn}/policydefinitions/aafe3651-cb78-4f68-9f81-e7e41509110f`;
const guardrails = `${builtIn}/policysetdefinitions/5207647b-3e83-4e28-b836-c382cb5e2a2e`;
const assigned = (policyDefinitionId: string, scope = '/subscriptions/s', effect = 'deny') =>
  safe('policyAssignment', { policyDefinitionId, scope, effect });
const exemption = (expiresOn: string, scope = safe('aiAccount').id) =>
  safe('policyExemption', { scope, expiresOn, policyAssignmentId: assigned(models).id });
const given = (...around: Resource[]) => ({ around: [safe('aiAccount'), ...around] });
const gap = { kind: 'policyAssignment', scope: '/', reason: 'forbidden', permission: 'x/read', detail: '' } as const;

testRule(rule, {
  pass: [
    { name: 'approved models', ...given(assigned(models)) },
    { name: 'above', ...given(assigned(models, group)), subject: { managementGroupIds: [group] } },
    { name: 'an exemption that ends', ...given(assigned(models), exemption('2027-01-01T00:00:00Z')) },
    { name: 'an exemption elsewhere', ...given(assigned(models), exemption('', '/subscriptions/s2')) },
  ],
  fail: [
    { name: 'only audited', ...given(assigned(models, '/subscriptions/s', 'audit')), says: 'audit only' },
    { name: 'the guardrail initiative', ...given(assigned(guardrails, '/subscriptions/s', '')), says: 'audit only' },
    { name: 'nothing', ...given(), says: 'policyAssignments hold none of' },
    { name: 'the benchmark alone', ...given(safe('policyAssignment')) },
    { name: 'on one resource group', ...given(assigned(models, '/subscriptions/s/resourcegroups/rg')) },
    {
      name: 'an exemption without an end',
      ...given(assigned(models), exemption('')),
      says: '1 policyExemptions from AI policies have no expiresOn',
    },
  ],
  notApplicable: [{ name: 'no AI account', says: 'no AI account' }],
  unknown: [
    { name: 'assignments were not read', ...given(), gaps: [gap], says: 'x/read' },
    { name: 'the effect is that of the policy', ...given(assigned(models, '/subscriptions/s', '')), says: 'effect' },
  ],
});
