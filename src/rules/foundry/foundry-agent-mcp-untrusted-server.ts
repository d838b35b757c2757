import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';
import { agentNeeds, called, offFoundry } from './agentTools';
import { mcpFault } from './mcpTrust';

export default defineRule({
  id: 'foundry-agent-mcp-untrusted-server',
  subject: 'agent',
  needs: agentNeeds,
  title: 'Agent trusts an MCP server that nobody vouches for',
  severity: 'high',
  why: 'The server sees what the agent sends, and its descriptions and answers steer the agent; its owner can change both any day.',
  fix: {
    text: 'Use servers of your own or hosts listed in allowedConnectionHosts, over https, by a connection with an identity.',
    cli: 'az rest --method get --resource https://ai.azure.com --url "PROJECT_ENDPOINT/agents/NAME?api-version=v1"',
  },
  references: [
    'https://learn.microsoft.com/azure/ai-foundry/agents/how-to/tools/model-context-protocol',
    'https://learn.microsoft.com/azure/ai-foundry/agents/how-to/mcp-authentication',
  ],
  controls: {
    mcsb: ['AI-4', 'DS-2'],
    owaspLlm2025: ['LLM03', 'LLM06'],
    owaspLlm2026: ['LLM03', 'LLM04'],
    owaspAgentic2026: ['ASI04'],
    atlas: ['AML.T0110', 'AML.T0109', 'AML.T0104'],
  },
  check: (agent, view) => {
    const servers = agent.tools.filter(({ type, connector }) => type === 'mcp' && connector === '');
    if (servers.length === 0) return offFoundry(agent) ?? notApplicable('tools hold no MCP server with an address');
    const judged = servers.map((tool) => ({ tool, fault: mcpFault(tool, agent, view) }));
    const bad = judged.filter(({ fault }) => fault);
    if (bad.length) return fail(bad.map(({ tool, fault }) => `${called(tool)}: ${fault ?? ''}`).join('; '));
    const open = judged.find(({ fault }) => fault === undefined);
    return open ? view.doubt(agent, 'tools.server_url', `whose host ${called(open.tool)} calls does not show`) : pass;
  },
});
