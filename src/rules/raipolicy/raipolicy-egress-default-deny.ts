import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'raipolicy-egress-default-deny',
  subject: 'guardrail',
  needs: ['guardrailEgress'],
  title: 'Hosted agents may call out to any host',
  severity: 'high',
  why: 'A prompt that turns an agent with a sandbox carries out what it reads there, to wherever it likes. Only a policy that denies by default, and is enforced, stops it; Audit writes down and lets through. Guardrails without an egress policy say nothing about hosted agents. The policy is told by a preview api-version: where a cloud does not serve it, there is none.',
  fix: {
    text: 'Set defaultAction to Deny and mode to Enforced, and allow the hosts that the agents need by name.',
    cli: 'az rest --method get --url "ACCOUNT_ID/raiPolicies/POLICY?api-version=2026-05-15-preview"',
    bicep: "properties: { egressPolicy: { mode: 'Enforced', defaultAction: 'Deny', rules: RULES } }",
  },
  references: [
    'https://learn.microsoft.com/azure/foundry/agents/how-to/add-hosted-agent-guardrails',
    'https://learn.microsoft.com/javascript/api/@azure/arm-cognitiveservices/raiegresspolicyconfig',
  ],
  controls: {
    mcsb: ['AI-4', 'NS-2'],
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic2026: ['ASI02', 'ASI05'],
    atlas: ['AML.T0086', 'AML.T0025'],
  },
  check: ({ id, type }, view) => {
    if (type !== 'UserManaged') return notApplicable('a built-in guardrail');
    const egress = view.byId('guardrailEgress', `${id}/egresspolicy`);
    if (!egress) return notApplicable('egressPolicy is absent');
    if (egress.defaultAction !== 'Deny') return fail(`egressPolicy.defaultAction is ${egress.defaultAction}`);
    if (egress.mode !== 'Enforced') return fail(`egressPolicy.mode is ${egress.mode}`);
    return egress.allowsEveryHost ? fail('egressPolicy.rules let every host through') : pass;
  },
});
