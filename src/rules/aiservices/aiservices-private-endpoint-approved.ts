import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { statusesOf, isApproved } from '../privateLink';

export default defineRule({
  id: 'aiservices-private-endpoint-approved',
  subject: 'aiAccount',
  title: 'AI account has no approved private endpoint',
  severity: 'medium',
  why: 'Without a private endpoint prompts and completions cross the public endpoint, which then cannot be closed.',
  fix: {
    text: 'Create a private endpoint for the group `account` and approve its connection.',
    cli: 'az network private-endpoint create -g RG -n NAME --subnet SUBNET_ID --private-connection-resource-id ACCOUNT_ID --group-id account --connection-name NAME',
  },
  references: ['https://learn.microsoft.com/azure/ai-services/cognitive-services-virtual-networks'],
  controls: {
    mcsb: ['NS-2'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    atlas: ['AML.T0049', 'AML.T0025'],
    cis4: ['2.2.2.1'],
    euAiAct: ['15.5', '55.1d'],
  },
  defender: {
    assessments: ['54f53ddf-6ebd-461e-a247-394c542bc5d1', '67279c29-fa4c-4f09-ae59-cb1491565995'],
    policies: ['d6759c02-b87f-42b7-892e-71b3f471d782', 'cddd188c-4b82-4c48-a19d-ddf74ee66a01'],
    names: ['Azure AI Services resources should use Azure Private Link'],
  },
  check: ({ network }) =>
    network.privateEndpointConnections.some(isApproved)
      ? pass
      : fail(`privateEndpointConnections are ${statusesOf(network.privateEndpointConnections)}`),
});
