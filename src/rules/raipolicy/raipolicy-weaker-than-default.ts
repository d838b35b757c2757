import { defineRule } from '../defineRule';
import { fail, notApplicable, pass, type Verdict, type View } from '../../model/rule';
import type { Guardrail } from '../../model/ai';
import {
  compareGuardrails,
  differenceWords,
  isAsynchronous,
  isUnattached,
  named,
  readingsOf,
} from '../../model/guardrail';

/** Against its base, or the built-in default where it names none. */
function against(policy: Guardrail, view: View<'guardrail'>): Verdict {
  const name = isUnattached(policy.basePolicyName) ? 'Microsoft.DefaultV2' : policy.basePolicyName;
  const policies = view.children({ id: policy.id.replace(/\/raipolicies\/[^/]+$/, '') }, 'guardrail');
  const reference = named(policies, name);
  if (!reference) return view.doubt(policy, 'basePolicyName', `the account does not list ${name}`);
  // The mode is told once, not once for each filter that it makes late.
  const inTime = { ...policy, mode: reference.mode };
  const { weaker, open } = compareGuardrails(readingsOf(inTime, policies), readingsOf(reference, policies));
  const isLate = isAsynchronous(policy) && !isAsynchronous(reference);
  const faults = [...weaker.map(differenceWords), ...(isLate ? [`mode is ${policy.mode}`] : [])];
  if (faults.length) return fail(`against ${name}: ${faults.join('; ')}`);
  const labels = open.map(({ label }) => label).join(', ');
  return open.length ? view.doubt(policy, 'contentFilters', `${labels} not stated`) : pass;
}

export default defineRule({
  id: 'raipolicy-weaker-than-default',
  subject: 'guardrail',
  needs: ['guardrail'],
  title: 'Custom guardrail is weaker than the one it is based on',
  severity: 'high',
  why: 'Deployments look guarded because a guardrail is attached, while a filter in it was lowered, silenced or switched off.',
  fix: {
    text: 'Raise the named filters at least to what the base guardrail has.',
    cli: 'az rest --method get --url "ACCOUNT_ID/raiPolicies/POLICY?api-version=2025-06-01"',
    bicep: "{ name: 'Violence', source: 'Prompt', enabled: true, blocking: true, severityThreshold: 'Medium' }",
  },
  references: [
    'https://learn.microsoft.com/azure/ai-foundry/openai/how-to/content-filters',
    'https://learn.microsoft.com/azure/ai-foundry/openai/concepts/default-safety-policies',
  ],
  controls: {
    mcsb: ['AI-2'],
    owaspLlm2025: ['LLM01', 'LLM05'],
    owaspLlm2026: ['LLM01', 'LLM10'],
    owaspAgentic2026: ['ASI01'],
    atlas: ['AML.T0054'],
  },
  check: (policy, view) =>
    policy.type === 'UserManaged' ? against(policy, view) : notApplicable('a built-in guardrail is its own measure'),
});
