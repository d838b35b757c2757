import { defineRule } from '../defineRule';
import { fail, notApplicable, type Verdict } from '../../model/rule';
import type { PolicyAssignment, Subscription } from '../../model/governance';
import { assignsOneOf, coverageVerdict, type CoverageView } from '../policyCoverage';

/** Approved models and no key access: these can deny. */
const guards = ['aafe3651-cb78-4f68-9f81-e7e41509110f', '71ef260a-8f18-47b7-abcb-62d0673d94dc'];
/** With the initiative on guardrails of deployments, which can only audit. */
const guids = ['5207647b-3e83-4e28-b836-c382cb5e2a2e', ...guards];

const denies = ({ effect }: PolicyAssignment): boolean => effect === 'deny';
/** The default effect of a policy may change with its version: an assignment that states none is neither enough nor a fault. */
const isUnstated = (assignment: PolicyAssignment): boolean =>
  assignment.effect === '' && assignsOneOf(assignment, guards);

function preventionVerdict(subscription: Subscription, view: CoverageView): Verdict {
  const verdict = coverageVerdict(subscription, guards, view, denies);
  if (verdict.status !== 'fail') return verdict;
  if (coverageVerdict(subscription, guards, view, isUnstated).status === 'pass')
    return view.doubt(subscription, 'parameters.effect', 'the assignment leaves the effect to the policy');
  const audits = coverageVerdict(subscription, guids, view).status === 'pass';
  return audits ? fail('policyAssignments audit only: parameters.effect is Deny in none') : verdict;
}

/** Exemptions within the subscription from an assignment of one of the policies, without an end. */
function endless(subscription: { readonly id: string }, view: CoverageView): number {
  const assigned = view.all('policyAssignment').filter((assignment) => assignsOneOf(assignment, guids));
  const ids = new Set(assigned.map(({ id }) => id));
  return view
    .all('policyExemption')
    .filter(({ policyAssignmentId, expiresOn }) => !expiresOn && ids.has(policyAssignmentId.toLowerCase()))
    .filter(({ scope }) => `${scope.toLowerCase()}/`.startsWith(`${subscription.id}/`)).length;
}

export default defineRule({
  id: 'ai-policy-assignment-missing',
  subject: 'subscription',
  needs: ['aiAccount', 'policyAssignment', 'policyExemption', 'subscription'],
  title: 'No policy prevents unsafe set-up of AI in the subscription',
  severity: 'medium',
  why: 'Without a policy each fault is found after it was made, and an exemption that never ends is a hole nobody looks at again. One policy that denies is asked for: on approved models or on key access. What only audits, such as the guardrail initiative, prevents nothing.',
  fix: {
    text: 'Assign the policies on approved models and on key access with the effect Deny, and the guardrail initiative, at the subscription or above; give every exemption an end.',
    cli: 'az policy assignment create -n NAME --policy aafe3651-cb78-4f68-9f81-e7e41509110f --scope SUBSCRIPTION_ID --params @parameters.json',
    bicep:
      "properties: { policyDefinitionId: tenantResourceId('Microsoft.Authorization/policyDefinitions', '71ef260a-8f18-47b7-abcb-62d0673d94dc'), parameters: { effect: { value: 'Deny' } } }",
  },
  references: [
    'https://learn.microsoft.com/azure/ai-services/policy-reference',
    'https://learn.microsoft.com/azure/governance/policy/concepts/exemption-structure',
  ],
  controls: { mcsb: ['AI-1', 'AI-2', 'PV-1'] },
  check: (subscription, view) => {
    const accounts = view.all('aiAccount').filter((one) => one.subscriptionId === subscription.subscriptionId);
    if (accounts.length === 0) return notApplicable('the subscription has no AI account');
    const open = endless(subscription, view);
    return open > 0
      ? fail(`${open} policyExemptions from AI policies have no expiresOn`, { key: 'exemption' })
      : preventionVerdict(subscription, view);
  },
});
