import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';
import { called, offFoundry } from './agentTools';

export default defineRule({
  id: 'foundry-agent-mcp-allowed-tools',
  subject: 'agent',
  title: 'Agent may call every tool that an MCP server offers',
  severity: 'high',
  why: 'What the server adds tomorrow the agent may use tomorrow, without anyone having looked at it.',
  fix: {
    text: 'List the tools that the agent needs in allowed_tools.',
    cli: 'az rest --method get --resource https://ai.azure.com --url "PROJECT_ENDPOINT/agents/NAME?api-version=v1"',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/agents/how-to/tools/model-context-protocol'],
  controls: {
    mcsb: ['AI-4'],
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic2026: ['ASI02'],
    atlas: ['AML.T0053', 'AML.T0110'],
  },
  defender: {
    assessments: [],
    policies: [],
    names: ['Foundry Agent MCP tool should be configured with allowed tools list'],
  },
  check: (agent) => {
    const servers = agent.tools.filter(({ allowedTools }) => allowedTools !== '');
    if (servers.length === 0) return offFoundry(agent) ?? notApplicable('tools hold no MCP server');
    const open = servers.filter(({ allowedTools }) => allowedTools === 'all').map(called);
    return open.length ? fail(`allowed_tools is not set at ${open.join(', ')}`) : pass;
  },
});
