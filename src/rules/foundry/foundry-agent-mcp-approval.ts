import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';
import { called, offFoundry } from './agentTools';

export default defineRule({
  id: 'foundry-agent-mcp-approval',
  subject: 'agent',
  title: 'MCP tools of an agent run without anyone asking',
  severity: 'high',
  why: 'What an MCP server answers is text of others: an order hidden in it becomes the next call, and no person stands between.',
  fix: {
    text: 'Set require_approval to always, or free single reading tools by name.',
    cli: 'az rest --method get --resource https://ai.azure.com --url "PROJECT_ENDPOINT/agents/NAME?api-version=v1"',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/agents/how-to/tools/model-context-protocol'],
  controls: {
    mcsb: ['AI-5'],
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic2026: ['ASI02', 'ASI09'],
    atlas: ['AML.T0053', 'AML.T0101'],
  },
  defender: {
    assessments: [],
    policies: [],
    names: ['Foundry AI Agent with XPIA risk should require human in the loop for MCP tool actions'],
  },
  check: (agent, view) => {
    const servers = agent.tools.filter(({ type }) => type === 'mcp');
    if (servers.length === 0) return offFoundry(agent) ?? notApplicable('tools hold no MCP server');
    const free = servers.filter(({ approval }) => approval === 'never').map(called);
    if (free.length) return fail(`require_approval is never at ${free.join(', ')}`);
    const unclear = servers.find(({ approval }) => approval === 'someFree' || approval === 'open');
    return unclear
      ? view.doubt(agent, 'tools.require_approval', `${called(unclear)} frees some tools by a list`)
      : pass;
  },
});
