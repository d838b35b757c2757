import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { keepsNoSecret, offFoundry } from './connectionAuth';

export default defineRule({
  id: 'foundry-connection-secret-expiry',
  subject: 'connection',
  title: 'Secret of a Foundry connection has no end, or is past it',
  severity: 'low',
  why: 'A stored secret with no end is forgotten there; one that has ended is a connection nobody looks after.',
  fix: {
    text: 'Use an identity where the target takes one, else set expiryTime and rotate before it.',
    cli: 'az rest --method put --url "CONNECTION_ID?api-version=2025-06-01" --body @connection.json',
    bicep: "properties: { expiryTime: '2027-01-01T00:00:00Z' }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/how-to/connections-add'],
  controls: { mcsb: ['DP-6'], owaspLlm2025: ['LLM02'], owaspLlm2026: ['LLM02'] },
  check: (connection, { takenAt }) => {
    const { authType, expiryTime } = connection;
    const off = offFoundry(connection);
    if (off) return off;
    if (keepsNoSecret(connection) || authType.toLowerCase() === 'none') return notApplicable(`authType is ${authType}`);
    if (!expiryTime) return fail(`expiryTime is not set, authType is ${authType || 'not stated'}`);
    return Date.parse(expiryTime) > Date.parse(takenAt) ? pass : fail(`expiryTime is ${expiryTime}`);
  },
});
