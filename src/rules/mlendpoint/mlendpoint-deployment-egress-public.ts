import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { inManagedNetwork } from '../mlcompute/managedNetwork';

export default defineRule({
  id: 'mlendpoint-deployment-egress-public',
  subject: 'onlineDeployment',
  needs: ['mlWorkspace'],
  title: 'Inference container may call the internet',
  severity: 'medium',
  why: 'Code hidden in a model or package carries prompts and answers out. Where the workspace has a managed network, that network decides what goes out, and it is judged by its own rule.',
  fix: {
    text: 'Run the workspace in a managed network with approved destinations, or deploy anew without public egress.',
    cli: 'az ml online-deployment create -g RG -w WORKSPACE -e ENDPOINT --file deployment.yml',
    bicep: "properties: { egressPublicNetworkAccess: 'Disabled' }",
  },
  references: [
    'https://learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint',
    'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
  ],
  controls: { mcsb: ['NS-2'], owaspLlm2025: ['LLM02'], owaspLlm2026: ['LLM02'], atlas: ['AML.T0025'] },
  check: (deployment, view) => {
    const { egressPublicNetworkAccess: egress } = deployment;
    if (egress.toLowerCase() === 'disabled') return pass;
    return inManagedNetwork(deployment, view)
      ? notApplicable('the managed network of the workspace decides')
      : fail(`egressPublicNetworkAccess is ${egress || 'of an unknown value'}`);
  },
});
