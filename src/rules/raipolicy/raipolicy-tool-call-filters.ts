import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

const toolSources = new Set(['pretoolcall', 'posttoolcall', 'prerun', 'postrun']);

export default defineRule({
  id: 'raipolicy-tool-call-filters',
  subject: 'guardrail',
  needs: ['project'],
  title: 'Custom guardrail does not look at what tools are asked and answer',
  severity: 'medium',
  why: 'A document or web page that a tool fetches speaks to the agent past every filter on the prompt. Filters on tool calls and tool responses are in preview and work on agents only. Which agent uses which guardrail is not read here: custom guardrails of accounts with projects, where agents live, are judged, and one filter at any of the points is enough.',
  fix: {
    text: 'Add filters for the calls and answers of tools.',
    cli: 'az rest --method get --url "ACCOUNT_ID/raiPolicies/POLICY?api-version=2025-12-01"',
    bicep: "{ name: 'Indirect Attack', source: 'PostToolCall', enabled: true, blocking: true }",
  },
  references: ['https://learn.microsoft.com/azure/foundry/guardrails/intervention-points'],
  controls: {
    mcsb: ['AI-2', 'AI-4'],
    owaspLlm2025: ['LLM01', 'LLM06'],
    owaspLlm2026: ['LLM01', 'LLM03'],
    owaspAgentic2026: ['ASI01', 'ASI02'],
    atlas: ['AML.T0053', 'AML.T0099'],
  },
  check: ({ id, type, contentFilters }, view) => {
    if (type !== 'UserManaged') return notApplicable('a built-in guardrail');
    if (contentFilters.some(({ source, effect }) => toolSources.has(source) && effect !== 'off')) return pass;
    const account = { id: id.replace(/\/raipolicies\/[^/]+$/, '') };
    return view.children(account, 'project').length > 0
      ? fail('contentFilters have no source PreToolCall, PostToolCall, PreRun or PostRun')
      : notApplicable('the account has no project, so no agent');
  },
});
