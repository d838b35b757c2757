import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { isApproved } from '../privateLink';

export default defineRule({
  id: 'storage-trusted-services-bypass',
  subject: 'storageAccount',
  title: 'Firewall of the storage keeps out the AI services that need it',
  severity: 'info',
  why: 'Search indexers, workspaces and accounts come through the firewall as trusted services, by their identity. Without that way in people open the firewall instead. With an approved private endpoint and no public network they have another way, and an open firewall keeps nobody out: not judged.',
  fix: {
    text: 'Let trusted services pass, or give those that need it a private endpoint.',
    cli: 'az storage account update -g RG -n NAME --bypass AzureServices',
    bicep: "properties: { networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' } }",
  },
  references: ['https://learn.microsoft.com/azure/storage/common/storage-network-security'],
  controls: { mcsb: ['NS-2'], cis6: ['9.3.5'] },
  check: ({ network }) => {
    const { bypass, defaultAction, publicNetworkAccess, privateEndpointConnections } = network;
    if (bypass.some((one) => one.toLowerCase() === 'azureservices')) return pass;
    if (publicNetworkAccess === 'Disabled' && privateEndpointConnections.some(isApproved))
      return notApplicable('private endpoints are the way in');
    if (publicNetworkAccess !== 'Disabled' && defaultAction === 'Allow')
      return notApplicable('networkAcls.defaultAction is Allow');
    return fail(`networkAcls.bypass is ${bypass.join(', ') || 'None'}`);
  },
});
