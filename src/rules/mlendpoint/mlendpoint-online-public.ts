import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'mlendpoint-online-public',
  subject: 'onlineEndpoint',
  title: 'Online endpoint has a public scoring address',
  severity: 'high',
  why: 'The model answers from the internet: it can be probed, copied by questions, and run at your cost with one stolen credential.',
  fix: {
    text: 'Turn the public network of the endpoint off.',
    cli: 'az ml online-endpoint update -g RG -w WORKSPACE -n NAME --set public_network_access=disabled',
    bicep: "properties: { publicNetworkAccess: 'Disabled' }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint'],
  controls: { mcsb: ['NS-2'], owaspLlm2025: ['LLM10'], owaspLlm2026: ['LLM06'], atlas: ['AML.T0040', 'AML.T0049'] },
  check: ({ publicNetworkAccess }) =>
    publicNetworkAccess === 'Disabled' ? pass : fail(`publicNetworkAccess is ${publicNetworkAccess}`),
});
