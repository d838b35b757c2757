import { defineRule } from '../defineRule';
import { fail, notApplicable, pass, type Verdict, type View } from '../../model/rule';
import type { Guardrail } from '../../model/ai';
import { isUnattached, named } from '../deployment/effectiveFilter';
import { weakened } from './weakerThan';

const asynchronous = new Set(['asynchronous_filter', 'deferred']);
const isAsync = ({ mode }: Guardrail): boolean => asynchronous.has(mode.toLowerCase());

/** Against its base, or the built-in default where it names none. */
function against(policy: Guardrail, view: View<'guardrail'>): Verdict {
  const inherits = !isUnattached(policy.basePolicyName);
  const name = inherits ? policy.basePolicyName : 'Microsoft.DefaultV2';
  const policies = view.children({ id: policy.id.replace(/\/raipolicies\/[^/]+$/, '') }, 'guardrail');
  const reference = named(policies, name);
  if (!reference) return view.doubt(policy, 'basePolicyName', `the account does not list ${name}`);
  const { weaker, open } = weakened(policy, reference, inherits);
  const faults = isAsync(policy) && !isAsync(reference) ? [...weaker, `mode is ${policy.mode}`] : weaker;
  if (faults.length) return fail(`against ${name}: ${faults.join('; ')}`);
  return open.length ? view.doubt(policy, 'contentFilters', `${open.join(', ')} not stated`) : pass;
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
