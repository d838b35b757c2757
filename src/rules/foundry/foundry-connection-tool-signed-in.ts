import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';
import { isListed } from '../hostList';
import { isTool, offFoundry } from './connectionAuth';

const privateHost = /^(localhost|10\.|127\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|\.(internal|local)$|\.privatelink\./;

export default defineRule({
  id: 'foundry-connection-tool-signed-in',
  subject: 'connection',
  title: 'Agents use a tool on the internet that asks nobody who they are',
  severity: 'high',
  why: 'What answers there is whoever holds the name today, and it takes calls of anyone: neither side can tell a stranger from the agent.',
  fix: {
    text: 'Have the tool ask for a token, and sign in with the identity of the agent or the project, or by OAuth for the user.',
    cli: 'az rest --method put --url "CONNECTION_ID?api-version=2025-06-01" --body @connection.json',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/agents/how-to/mcp-authentication'],
  controls: {
    mcsb: ['IM-1', 'AI-4'],
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic2026: ['ASI03', 'ASI04'],
    atlas: ['AML.T0110'],
  },
  check: (connection, view) => {
    const { category, authType, targetHost } = connection;
    const off = offFoundry(connection);
    if (off) return off;
    if (!isTool(connection)) return notApplicable(`category ${category} is no tool`);
    if (authType === '') return view.doubt(connection, 'authType', 'Azure does not state it');
    if (authType.toLowerCase() !== 'none') return pass;
    if (targetHost === '') return view.doubt(connection, 'target', `category ${category} states no host`);
    const known = privateHost.test(targetHost) || isListed(targetHost, view.policy.allowedConnectionHosts);
    return known ? pass : fail(`authType is None and target host is ${targetHost}`);
  },
});
