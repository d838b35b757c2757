import { defineRule } from '../defineRule';
import { zoneVerdict } from '../privateDns';

export default defineRule({
  id: 'mlw-private-dns-zone-linked',
  subject: 'privateEndpoint',
  needs: ['privateDnsZoneGroup'],
  title: 'Private endpoint of the workspace lacks a DNS zone',
  severity: 'low',
  why: 'Without its zone, clients resolve the public name: they fail, or go over the internet where that is still open. DNS that is run without zone groups is not seen here.',
  fix: {
    text: 'Link the endpoint to its private DNS zone with a zone group.',
    cli: 'az network private-endpoint dns-zone-group create -g RG --endpoint-name NAME -n default --zone-name ZONE --private-dns-zone privatelink.api.azureml.ms',
    bicep: "privateDnsZoneConfigs: [ { name: 'zone', properties: { privateDnsZoneId: zone.id } } ]",
  },
  references: ['https://learn.microsoft.com/azure/private-link/private-endpoint-dns'],
  controls: { mcsb: ['NS-2'] },
  defender: {
    assessments: [],
    policies: ['ee40564d-486e-4f68-a5ca-7a621edae0fb'],
    offByDefault: true,
    differs: 'Microsoft only offers to deploy the zone group; it judges none.',
  },
  check: (endpoint, view) =>
    zoneVerdict(endpoint, view, ['amlworkspace'], [/^privatelink\.api\./, /^privatelink\.notebooks\./]),
});
