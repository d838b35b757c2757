import rule from '../../../src/rules/storage/storage-trusted-services-bypass';
import { safeNetwork } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const network = (changes: Parameters<typeof safeNetwork>[0]) => ({
  subject: { network: safeNetwork({ publicNetworkAccess: 'Enabled', ...changes }) },
});

testRule(rule, {
  pass: [
    { name: 'trusted services pass', ...network({ bypass: ['Logging', 'AzureServices'] }) },
    { name: 'odd casing', ...network({ bypass: ['AZURESERVICES'] }) },
  ],
  fail: [
    { name: 'nobody passes', ...network({}), says: 'networkAcls.bypass is None' },
    { name: 'others pass', ...network({ bypass: ['Metrics'] }), says: 'Metrics' },
    {
      name: 'no public network, and no private endpoint either',
      ...network({ publicNetworkAccess: 'Disabled', privateEndpointConnections: [] }),
    },
  ],
  notApplicable: [
    { name: 'private endpoints are there', says: 'private endpoints' },
    { name: 'the firewall is open', ...network({ defaultAction: 'Allow' }), says: 'defaultAction is Allow' },
  ],
});
