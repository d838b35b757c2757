import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { guardrailOf } from './effectiveFilter';

/** Modes that hold the answer back until it is filtered; absent is Default. */
const synchronous = new Set(['', 'default', 'blocking']);

export default defineRule({
  id: 'deployment-filter-mode-synchronous',
  subject: 'deployment',
  needs: ['guardrail'],
  title: 'Answers are shown before they are filtered',
  severity: 'medium',
  why: 'In asynchronous mode the reader, or the tool that acts on the answer, has the text before the filter has spoken.',
  fix: {
    text: 'Set the mode of the guardrail to Default.',
    cli: 'az rest --method get --url "ACCOUNT_ID/raiPolicies/POLICY?api-version=2025-06-01"',
    bicep: "properties: { mode: 'Default' }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-streaming'],
  controls: { mcsb: ['AI-2'], owaspLlm2025: ['LLM05'], owaspLlm2026: ['LLM10'], atlas: ['AML.T0077'] },
  defender: { assessments: [], policies: ['c1ad46c6-37f8-4af0-9c71-c208375c87dd'], offByDefault: true },
  check: (deployment, view) => {
    const found = guardrailOf(deployment, view);
    if ('end' in found) return found.end;
    return synchronous.has(found.policy.mode.toLowerCase()) ? pass : fail(`mode is ${found.policy.mode}`);
  },
});
