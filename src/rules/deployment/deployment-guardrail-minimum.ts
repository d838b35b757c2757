import { differenceWords, effectiveReadings, isUnattached, minimumReadings, shortfall } from '../../model/guardrail';
import { unfilteredBecause } from '../../model/guardrail/modelFilters';
import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';
import { besideOf, guardKinds } from './beside';

export default defineRule({
  id: 'deployment-guardrail-minimum',
  subject: 'deployment',
  needs: guardKinds,
  title: 'Guardrail does less than the company asks for',
  severity: 'high',
  why: 'What the policy file asks of every model holds for this one only on paper. Calls that spill over to another deployment meet its guardrail, so the weaker of both counts.',
  fix: {
    text: 'Raise the named filters of the guardrail, of its own or of the deployment that it spills over to.',
    cli: 'az rest --method get --url "ACCOUNT_ID/raiPolicies/POLICY?api-version=2025-06-01"',
    bicep: "{ name: 'Hate', source: 'Completion', enabled: true, blocking: true, severityThreshold: 'Medium' }",
  },
  references: [
    'https://learn.microsoft.com/azure/ai-foundry/openai/how-to/content-filters',
    'https://learn.microsoft.com/azure/ai-foundry/openai/how-to/spillover-traffic-management',
  ],
  controls: {
    mcsb: ['AI-2'],
    owaspLlm2025: ['LLM01', 'LLM05'],
    owaspLlm2026: ['LLM01', 'LLM10'],
    owaspAgentic2026: ['ASI01'],
    atlas: ['AML.T0054'],
  },
  check: (deployment, view) => {
    const minimum = view.policy.guardrailBaseline;
    if (minimum.length === 0) return notApplicable('the policy file gives no guardrailBaseline');
    const skipped = unfilteredBecause(deployment.model);
    if (skipped) return notApplicable(skipped);
    if (isUnattached(deployment.raiPolicyName))
      return notApplicable('no guardrail: judged by deployment-content-filter-attached');
    const { weaker, open } = shortfall(
      effectiveReadings(deployment, besideOf(deployment, view)),
      minimumReadings(minimum),
    );
    if (weaker.length > 0) return fail(`contentFilters: ${weaker.map(differenceWords).join('; ')}`);
    const labels = open.map(({ label }) => label).join(', ');
    return labels ? view.doubt(deployment, 'raiPolicyName', `${labels} not stated`) : pass;
  },
});
