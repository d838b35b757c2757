import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'aiservices-trusted-services-bypass',
  subject: 'aiAccount',
  title: 'Trusted services pass the firewall of an AI account that takes keys',
  severity: 'low',
  why: 'The bypass lets in services of other tenants too; with keys on, a leaked key is all that such a service needs.',
  fix: {
    text: 'Turn key access off, or drop the bypass where no Azure service needs it.',
    cli: 'az resource update --ids ACCOUNT_ID --set properties.networkAcls.bypass=None',
    bicep: "properties: { networkAcls: { bypass: 'None' } }",
  },
  references: ['https://learn.microsoft.com/azure/ai-services/cognitive-services-virtual-networks'],
  controls: { mcsb: ['NS-2'] },
  check: ({ localAuthDisabled, network }) =>
    !localAuthDisabled && network.bypass.some((bypass) => bypass.toLowerCase() === 'azureservices')
      ? fail('networkAcls.bypass is AzureServices and disableLocalAuth is false')
      : pass,
});
