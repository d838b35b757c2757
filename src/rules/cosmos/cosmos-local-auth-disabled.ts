import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'cosmos-local-auth-disabled',
  subject: 'cosmosAccount',
  title: 'Cosmos account of the AI stack accepts keys',
  severity: 'high',
  why: 'A key reads and rewrites every agent thread and memory, with no identity and no expiry.',
  fix: {
    text: 'Give callers data roles of Cosmos DB, then turn key access off.',
    cli: 'az resource update --ids COSMOS_ID --set properties.disableLocalAuth=true',
    bicep: 'properties: { disableLocalAuth: true }',
  },
  references: ['https://learn.microsoft.com/azure/cosmos-db/how-to-connect-role-based-access-control'],
  controls: {
    mcsb: ['IM-1'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI06'],
    atlas: ['AML.T0080', 'AML.T0055'],
  },
  defender: {
    assessments: ['14acab4e-ad95-11ec-b909-0242ac120002'],
    policies: ['5450f5bd-9c72-4390-a9c4-a7aba4edfdd2'],
    names: ['Azure Cosmos DB accounts should use Azure Active Directory as the only authentication method'],
  },
  check: (cosmos) => (cosmos.localAuthDisabled ? pass : fail('disableLocalAuth is false')),
});
