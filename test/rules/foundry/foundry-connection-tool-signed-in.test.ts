import rule from '../../../src/rules/foundry/foundry-connection-tool-signed-in';
import { testRule } from '../../kit/testRule';

const tool = { category: 'RemoteTool', authType: 'None', targetHost: 'mcp.tickets.example' };

testRule(rule, {
  pass: [
    { name: 'by the identity of the agent', subject: { ...tool, authType: 'AgenticIdentityToken_Preview' } },
    { name: 'by a key, which is judged elsewhere', subject: { ...tool, authType: 'CustomKeys' } },
    { name: 'inside the network', subject: { ...tool, targetHost: 'mcp.internal' } },
    { name: 'a host that was approved', subject: tool, policy: { allowedConnectionHosts: ['mcp.tickets.example'] } },
  ],
  fail: [{ name: 'nobody signs in', subject: tool, says: 'authType is None and target host is mcp.tickets.example' }],
  notApplicable: [
    { name: 'no tool', subject: { ...tool, category: 'AzureBlob' } },
    { name: 'of an ML workspace', subject: { ...tool, owner: 'workspace' } },
  ],
  unknown: [
    { name: 'no auth type is stated', subject: { ...tool, authType: '' } },
    { name: 'no host is stated', subject: { ...tool, targetHost: '' } },
  ],
});
