import rule from '../../../src/rules/foundry/foundry-agent-connected-agent-instructions';
import { testRule } from '../../kit/testRule';
import { tool } from './agentTool';

testRule(rule, {
  pass: [{ name: 'each is described', subject: { tools: [tool('a2a_preview'), tool('connected_agent')] } }],
  fail: [
    {
      name: 'one is not',
      subject: {
        tools: [
          tool('a2a_preview'),
          tool('connected_agent', { name: 'connected_agent billing', hasDescription: false }),
        ],
      },
      says: 'connected_agent billing',
    },
  ],
  notApplicable: [{ name: 'it calls no agent', subject: { tools: [tool('mcp', { hasDescription: false })] } }],
});
