import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { perimeterUnread } from '../unreadPerimeter';
import { judgedOnHub } from './hubScope';

export default defineRule({
  id: 'mlw-public-network-disabled',
  subject: 'mlWorkspace',
  title: 'ML workspace has a public endpoint',
  severity: 'high',
  why: 'Studio and the API of the workspace answer from the internet: a stolen token is enough to run code beside the training data.',
  fix: {
    text: 'Give users a private endpoint, then turn the public network off.',
    cli: 'az ml workspace update -g RG -n NAME --public-network-access Disabled',
    bicep: "properties: { publicNetworkAccess: 'Disabled' }",
  },
  references: [
    'https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link',
    'https://learn.microsoft.com/azure/machine-learning/how-to-network-isolation-planning',
  ],
  controls: { mcsb: ['NS-2'], owaspLlm2025: ['LLM02'], owaspLlm2026: ['LLM02'], atlas: ['AML.T0049'] },
  defender: {
    assessments: ['a78ee063-e419-42a9-8d8f-8ec1a94f6b3e'],
    policies: ['438c38d2-3772-465a-a9cc-7a6666a275ce'],
    names: ['Azure Machine Learning Workspaces should disable public network access'],
  },
  check: (workspace, view) => {
    const hub = judgedOnHub(workspace);
    if (hub) return hub;
    const { publicNetworkAccess } = workspace;
    if (publicNetworkAccess === 'SecuredByPerimeter') return perimeterUnread(workspace, view);
    return publicNetworkAccess === 'Disabled' ? pass : fail(`publicNetworkAccess is ${publicNetworkAccess}`);
  },
});
