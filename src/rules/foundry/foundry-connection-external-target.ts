import { defineRule } from '../defineRule';
import { fail, notApplicable, pass, type Verdict } from '../../model/rule';
import { isListed } from '../hostList';
import { offFoundry, staysInAzure } from './connectionAuth';

const listed = (host: string, allowed: readonly string[]): Verdict => {
  if (allowed.length === 0) return notApplicable('the policy file gives no allowedConnectionHosts');
  return isListed(host, allowed) ? pass : fail(`target host is ${host}`);
};

export default defineRule({
  id: 'foundry-connection-external-target',
  subject: 'connection',
  title: 'Foundry connection leads to a host nobody approved',
  severity: 'high',
  why: 'Tools, other agents, search engines and foreign models get prompts and data, and send back text that steers the agent.',
  fix: {
    text: 'Remove the connection, or have its host approved and listed in allowedConnectionHosts; never over plain http.',
    cli: 'az rest --method delete --url "CONNECTION_ID?api-version=2025-06-01"',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/how-to/connections-add'],
  controls: {
    mcsb: ['AI-4', 'DP-2'],
    owaspLlm2025: ['LLM02', 'LLM03'],
    owaspLlm2026: ['LLM02', 'LLM04'],
    owaspAgentic2026: ['ASI04', 'ASI07'],
    atlas: ['AML.T0010.005', 'AML.T0086', 'AML.T0104'],
  },
  check: (connection, view) => {
    const { category, targetHost, targetScheme } = connection;
    const off = offFoundry(connection);
    if (off) return off;
    if (targetScheme.toLowerCase() === 'http') return fail(`target is http://${targetHost}`);
    if (staysInAzure(connection)) return notApplicable(`category ${category} stays in Azure`);
    const allowed = view.policy.allowedConnectionHosts;
    return targetHost || allowed.length === 0
      ? listed(targetHost, allowed)
      : view.doubt(connection, 'target', `category ${category} states no host`);
  },
});
