import type { AgentTool } from '../../model/agents';
import { fail, pass } from '../../model/rule';
import { isKnownTool } from '../../model/toolTraits';
import { defineRule } from '../defineRule';
import { called, offFoundry } from './agentTools';

const acting = new Set([
  'browser_automation_preview',
  'computer_use_preview',
  'computer',
  'azure_function',
  'local_shell',
  'apply_patch',
]);

/** Code in a sandbox without a network reaches nothing. */
const acts = ({ type, sandbox, methods }: AgentTool): boolean =>
  acting.has(type) || methods === 'write' || (sandbox !== '' && sandbox !== 'disabled');

export default defineRule({
  id: 'foundry-agent-dangerous-tools',
  subject: 'agent',
  title: 'Agent runs code or acts with no one asked',
  severity: 'high',
  why: 'These tools run code, drive a screen or write elsewhere, and Foundry has no approval for them: one order that was slipped in is carried out.',
  fix: {
    text: 'Remove the tool, close the network of its sandbox, or put the action behind an MCP server with require_approval always.',
    cli: 'az rest --method get --resource https://ai.azure.com --url "PROJECT_ENDPOINT/agents/NAME?api-version=v1"',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/agents/how-to/tools/overview'],
  controls: {
    mcsb: ['AI-4', 'AI-5'],
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic2026: ['ASI02', 'ASI05'],
    atlas: ['AML.T0050', 'AML.T0053', 'AML.T0101'],
  },
  check: (agent, view) => {
    const off = offFoundry(agent);
    if (off) return off;
    const found = agent.tools.filter(acts).map(called);
    if (found.length) return fail(`tools hold ${found.join(', ')}`);
    const unclear = agent.tools.find((tool) => tool.methods === 'open' || !isKnownTool(tool));
    return unclear ? view.doubt(agent, 'tools', `what ${called(unclear)} does is not known`) : pass;
  },
});
