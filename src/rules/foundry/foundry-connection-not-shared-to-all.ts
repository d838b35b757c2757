import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { offFoundry } from './connectionAuth';

export default defineRule({
  id: 'foundry-connection-not-shared-to-all',
  subject: 'connection',
  title: 'Foundry connection is shared with every user',
  severity: 'medium',
  why: 'Everybody in every project can act through the connection, whether the data behind it is theirs or not.',
  fix: {
    text: 'Make the connection anew in the project that needs it, shared with nobody else.',
    cli: 'az rest --method put --url "CONNECTION_ID?api-version=2025-06-01" --body @connection.json',
    bicep: 'properties: { isSharedToAll: false }',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/how-to/connections-add'],
  controls: {
    mcsb: ['PA-7'],
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0083'],
  },
  check: (connection) => offFoundry(connection) ?? (connection.isSharedToAll ? fail('isSharedToAll is true') : pass),
});
