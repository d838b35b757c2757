import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';
import { offFoundry } from './connectionAuth';

/** Categories of connections through which agents use tools (`ConnectionCategory`, api-version 2026-07-01). */
const tools = new Set(
  [
    ...['RemoteTool', 'RemoteA2A', 'GenericHttp', 'GenericRest', 'ODataRest', 'PowerPlatformEnvironment'],
    ...['GroundingWithBingSearch', 'GroundingWithCustomSearch', 'BingLLMSearch', 'Serp', 'Sharepoint'],
  ].map((category) => category.toLowerCase()),
);
const accountIn = (id: string): string => id.replace(/\/(?:projects\/[^/]+\/)?connections\/[^/]+$/, '');
const projectIn = (id: string): string => /\/projects\/([^/]+)\//.exec(id)?.[1] ?? '';

export default defineRule({
  id: 'foundry-tool-labels-missing',
  subject: 'connection',
  needs: ['toolLabel'],
  title: 'Nobody has said how far the tool of agents is to be trusted',
  severity: 'low',
  why: 'Labels tell guardrails which tools bring in what strangers write and which ones act. Which agent uses which connection is not told by the control plane: every connection of a tool category counts.',
  fix: {
    text: 'Label the tool connection for the account, or for the project that has it.',
    cli: 'az rest --method get --url "ACCOUNT_ID/raiToolLabels?api-version=2025-12-01"',
    bicep: 'properties: { toolConnectionName: NAME, accountScope: { labelValues: LABELS } }',
  },
  references: ['https://learn.microsoft.com/azure/templates/microsoft.cognitiveservices/accounts/raitoollabels'],
  controls: { mcsb: ['AI-4'] },
  check: (connection, view) => {
    const off = offFoundry(connection);
    if (off) return off;
    const { id, category, name } = connection;
    if (!tools.has(category.toLowerCase())) return notApplicable(`category is ${category}`);
    const labels = view
      .children({ id: accountIn(id) }, 'toolLabel')
      .filter(({ tool }) => tool === name.toLowerCase())
      .filter(({ labelsAccount, projects }) => labelsAccount || projects.includes(projectIn(id)));
    return labels.length > 0 ? pass : fail('raiToolLabels hold no toolConnectionName of the connection');
  },
});
