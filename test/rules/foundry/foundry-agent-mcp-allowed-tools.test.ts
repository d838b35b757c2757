import rule from '../../../src/rules/foundry/foundry-agent-mcp-allowed-tools';
import { testRule } from '../../kit/testRule';
import { mcp, tool } from './agentTool';

testRule(rule, {
  pass: [
    { name: 'a list', subject: { tools: [mcp()] } },
    { name: 'reading tools only', subject: { tools: [mcp({ allowedTools: 'readOnly' })] } },
  ],
  fail: [
    {
      name: 'one of two is open',
      subject: { tools: [mcp(), mcp({ name: 'mcp crm', allowedTools: 'all' })] },
      says: 'mcp crm',
    },
  ],
  notApplicable: [{ name: 'no MCP server', subject: { tools: [tool('bing_grounding')] } }],
});
