import { differenceWords, effectiveReadings, readingsNamed, shortfall, spilloverOf } from '../../model/guardrail';
import { unfilteredBecause } from '../../model/guardrail/modelFilters';
import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';
import { besideOf, guardKinds } from './beside';

export default defineRule({
  id: 'deployment-spillover-guardrail',
  subject: 'deployment',
  needs: guardKinds,
  title: 'Overflow is answered under a weaker guardrail',
  severity: 'medium',
  why: 'When capacity is used up the same call goes to another deployment, and what the guardrail of this one stops passes there: whoever causes the load chooses the guardrail.',
  fix: {
    text: 'Give the deployment that takes the overflow the same guardrail.',
    cli: 'az resource update --ids SPILLOVER_DEPLOYMENT_ID --set properties.raiPolicyName=POLICY',
    bicep: "properties: { raiPolicyName: 'POLICY' }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/how-to/spillover-traffic-management'],
  controls: {
    mcsb: ['AI-2'],
    owaspLlm2025: ['LLM01', 'LLM05'],
    owaspLlm2026: ['LLM01', 'LLM10'],
    atlas: ['AML.T0054'],
  },
  check: (deployment, view) => {
    const { model, spilloverDeploymentName: name, raiPolicyName } = deployment;
    if (name === '') return notApplicable('spilloverDeploymentName is not set');
    const skipped = unfilteredBecause(model);
    if (skipped) return notApplicable(skipped);
    const beside = besideOf(deployment, view);
    const target = spilloverOf(deployment, beside);
    if (!target)
      return view.doubt(deployment, 'spilloverDeploymentName', `the account does not list deployment ${name}`);
    const { weaker, open } = shortfall(effectiveReadings(target, beside), readingsNamed(raiPolicyName, beside));
    if (weaker.length > 0) return fail(`raiPolicyName of ${name}: ${weaker.map(differenceWords).join('; ')}`);
    const labels = open.map(({ label }) => label).join(', ');
    return labels ? view.doubt(deployment, 'spilloverDeploymentName', `${labels} not stated`) : pass;
  },
});
