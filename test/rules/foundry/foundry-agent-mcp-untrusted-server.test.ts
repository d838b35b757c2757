import rule from '../../../src/rules/foundry/foundry-agent-mcp-untrusted-server';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import { mcp, tool } from './agentTool';

const named = (more: object) => ({ tools: [mcp({ connectionNames: ['side'], ...more })] });
const project = safe('agent').parentId!;
const side = (targetHost: string, targetScheme = 'https') =>
  safe('connection', {
    id: `${project}/connections/side`,
    name: 'side',
    parentId: project,
    owner: 'project',
    targetHost,
    targetScheme,
  });
const gateway = safe('apimService');

testRule(rule, {
  pass: [
    { name: 'inside the network', subject: { tools: [mcp({ host: 'mcp.internal', signIn: 'anonymous' })] } },
    { name: 'listed', subject: { tools: [mcp()] }, policy: { allowedConnectionHosts: ['.tickets.example'] } },
    { name: 'signed in, and nobody gave a list', subject: { tools: [mcp()] } },
    {
      name: 'the own gateway',
      subject: { tools: [mcp({ host: `${gateway.name}.azure-api.net`, signIn: 'anonymous' })] },
      around: [gateway],
    },
    {
      name: 'the connection leads inside',
      subject: named({}),
      around: [side('mcp.internal')],
      policy: { allowedConnectionHosts: ['x.example'] },
    },
  ],
  fail: [
    { name: 'plain http', subject: { tools: [mcp({ scheme: 'http' })] }, says: 'http://mcp.tickets.example' },
    {
      name: 'not listed',
      subject: { tools: [mcp()] },
      policy: { allowedConnectionHosts: ['x.example'] },
      says: 'tickets',
    },
    {
      name: 'not even a sign-in',
      subject: { tools: [mcp({ signIn: 'anonymous' })] },
      says: 'no project_connection_id',
    },
    { name: 'the caller says where', subject: { tools: [mcp({ targetFixed: false })] }, says: 'input of the caller' },
    { name: 'it gives orders', subject: { tools: [mcp({ givesOrders: true })] }, says: 'gives orders' },
    {
      name: 'the connection leads out',
      subject: named({ host: 'mcp.internal' }),
      around: [side('10.0.0.4', 'http')],
      says: 'http://10.0.0.4',
    },
  ],
  notApplicable: [{ name: 'no MCP server', subject: { tools: [tool('bing_grounding')] } }],
  unknown: [
    { name: 'a connection that is not listed', subject: named({}) },
    { name: 'a domain that all customers share', subject: { tools: [mcp({ host: 'x.azurewebsites.net' })] } },
    {
      name: 'a gateway that is not ours as far as we see',
      subject: { tools: [mcp({ host: 'x.azure-api.net' })] },
      around: [gateway],
    },
  ],
});
