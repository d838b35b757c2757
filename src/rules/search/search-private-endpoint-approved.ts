import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { isApproved, statusesOf } from '../privateLink';

export default defineRule({
  id: 'search-private-endpoint-approved',
  subject: 'searchService',
  title: 'Search service has no approved private endpoint',
  severity: 'medium',
  why: 'Without a private endpoint every query crosses the public endpoint, which then cannot be closed.',
  fix: {
    text: 'Create a private endpoint for the group searchService and approve its connection.',
    cli: 'az network private-endpoint create -g RG -n NAME --subnet SUBNET_ID --private-connection-resource-id SEARCH_ID --group-id searchService --connection-name NAME',
  },
  references: ['https://learn.microsoft.com/azure/search/service-create-private-endpoint'],
  controls: { mcsb: ['NS-2'], owaspLlm2025: ['LLM08'], owaspLlm2026: ['LLM09'], cis4: ['2.2.2.1'] },
  defender: {
    assessments: ['54f53ddf-6ebd-461e-a247-394c542bc5d1'],
    policies: ['d6759c02-b87f-42b7-892e-71b3f471d782', '0fda3595-9f2b-4592-8675-4231d6fa82fe'],
    names: ['Azure AI Services resources should use Azure Private Link'],
  },
  check: ({ network }) =>
    network.privateEndpointConnections.some(isApproved)
      ? pass
      : fail(`privateEndpointConnections are ${statusesOf(network.privateEndpointConnections)}`),
});
