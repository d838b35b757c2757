import { defineRule } from '../defineRule';
import { zoneVerdict } from '../privateDns';

export default defineRule({
  id: 'aiservices-private-dns-zone-linked',
  subject: 'privateEndpoint',
  needs: ['privateDnsZoneGroup'],
  title: 'Private endpoint of the AI account has no DNS zone',
  severity: 'low',
  why: 'Without its zone, clients resolve the public name: they fail, or go over the internet where that is still open. DNS that is run without zone groups is not seen here.',
  fix: {
    text: 'Link the endpoint to its private DNS zone with a zone group.',
    cli: 'az network private-endpoint dns-zone-group create -g RG --endpoint-name NAME -n default --zone-name ZONE --private-dns-zone privatelink.openai.azure.com',
    bicep: "privateDnsZoneConfigs: [ { name: 'zone', properties: { privateDnsZoneId: zone.id } } ]",
  },
  references: ['https://learn.microsoft.com/azure/private-link/private-endpoint-dns'],
  controls: { mcsb: ['NS-2'] },
  defender: {
    assessments: [],
    policies: ['c4bc6f10-cb41-49eb-b000-d5ab82e2a091'],
    offByDefault: true,
    differs: 'Microsoft only offers to deploy the zone group; it judges none.',
  },
  check: (endpoint, view) =>
    zoneVerdict(endpoint, view, ['account'], [/^privatelink\.(cognitiveservices|openai|services\.ai)\./]),
});
