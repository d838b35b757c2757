import rule from '../../../src/rules/foundry/foundry-agent-dangerous-tools';
import { testRule } from '../../kit/testRule';
import { mcp, tool } from './agentTool';

const holding = (type: string, more = {}) => ({ tools: [tool(type, more)] });

testRule(rule, {
  pass: [
    {
      name: 'reading tools',
      subject: { tools: [tool('sharepoint_grounding_preview'), tool('openapi', { methods: 'read' }), mcp()] },
    },
    { name: 'code without a network', subject: holding('code_interpreter', { sandbox: 'disabled' }) },
  ],
  fail: [
    {
      name: 'code with the default network',
      subject: holding('code_interpreter', { sandbox: 'default' }),
      says: 'code_interpreter',
    },
    { name: 'a screen', subject: holding('computer_use_preview') },
    { name: 'a function behind a queue', subject: holding('azure_function') },
    {
      name: 'a writing API',
      subject: holding('openapi', { name: 'openapi orders', methods: 'write' }),
      says: 'openapi orders',
    },
    { name: 'a shell', subject: holding('shell', { sandbox: 'local' }) },
  ],
  notApplicable: [{ name: 'it runs elsewhere', subject: { agentKind: 'external' } }],
  unknown: [
    { name: 'a type that nobody knows', subject: holding('quantum') },
    { name: 'an API that cannot be read', subject: holding('openapi', { methods: 'open' }) },
  ],
});
