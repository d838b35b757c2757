import type { AgentTool } from '../../../src/model/agents';

/** A tool of one type with nothing else stated. */
export const tool = (type: string, more: Partial<AgentTool> = {}): AgentTool => ({
  type,
  name: type,
  host: '',
  scheme: '',
  targetFixed: true,
  connectionNames: [],
  signIn: '',
  approval: '',
  allowedTools: '',
  allowedToolNames: [],
  connector: '',
  methods: '',
  sandbox: '',
  domains: [],
  files: 'no',
  agentName: '',
  hasDescription: true,
  givesOrders: false,
  ...more,
});

/** A server of others to which the agent signs in, with a list of tools and a person who approves. */
export const mcp = (more: Partial<AgentTool> = {}): AgentTool =>
  tool('mcp', {
    name: 'mcp tickets',
    host: 'mcp.tickets.example',
    scheme: 'https',
    signIn: 'connection',
    approval: 'always',
    allowedTools: 'listed',
    allowedToolNames: ['find'],
    ...more,
  });
