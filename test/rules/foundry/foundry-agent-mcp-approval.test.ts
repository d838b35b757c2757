import rule from '../../../src/rules/foundry/foundry-agent-mcp-approval';
import { testRule } from '../../kit/testRule';
import { mcp, tool } from './agentTool';

testRule(rule, {
  pass: [
    { name: 'a person each time', subject: { tools: [mcp()] } },
    { name: 'only reading is free', subject: { tools: [mcp({ approval: 'readOnlyFree' })] } },
  ],
  fail: [
    { name: 'nobody', subject: { tools: [mcp(), mcp({ approval: 'never' })] }, says: 'require_approval is never' },
  ],
  notApplicable: [{ name: 'no MCP server', subject: { tools: [tool('code_interpreter')] } }],
  unknown: [
    { name: 'named tools are free', subject: { tools: [mcp({ approval: 'someFree' })] } },
    { name: 'it rests on what is in neither list', subject: { tools: [mcp({ approval: 'open' })] } },
  ],
});
