import { defineRule } from '../defineRule';
import { fail } from '../../model/rule';
import { privateLinkVerdict } from '../privateLink';

export default defineRule({
  id: 'acr-private-endpoint',
  subject: 'containerRegistry',
  title: 'Registry of the AI stack has no approved private endpoint',
  severity: 'low',
  why: 'Images are pulled and pushed at the public address of the registry, which then cannot be closed. Only the Premium tier takes a private endpoint.',
  fix: {
    text: 'Create a private endpoint for the group registry and approve its connection.',
    cli: 'az network private-endpoint create -g RG -n NAME --subnet SUBNET_ID --private-connection-resource-id REGISTRY_ID --group-id registry --connection-name NAME',
    bicep: "sku: { name: 'Premium' }",
  },
  references: ['https://learn.microsoft.com/azure/container-registry/container-registry-private-link'],
  controls: { mcsb: ['NS-2'] },
  defender: {
    assessments: ['13e7d036-6903-821c-6018-962938929bf0'],
    policies: ['e8eef0a8-67cf-4eb4-9386-14b0e78733d4', 'bd560fc0-3c69-498a-ae9f-aa8eb7de0e13'],
    names: ['Container registries should use private link'],
  },
  check: ({ sku, network }) => {
    const verdict = privateLinkVerdict(network.privateEndpointConnections);
    return verdict.status === 'fail' && sku.toLowerCase() !== 'premium'
      ? fail(`sku.name is ${sku || 'not stated'}: no private endpoint`)
      : verdict;
  },
});
