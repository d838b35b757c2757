import { defineRule } from '../defineRule';
import { judgeShown, keyTargets } from '../exposedKeys';

export default defineRule({
  id: 'armdeployment-no-literal-secrets',
  subject: 'armDeployment',
  needs: [...keyTargets],
  title: 'Deployment history shows a secret',
  severity: 'medium',
  why: 'Inputs, outputs and links of a deployment stay readable for as long as its history lasts, for everyone who may read the resource group.',
  fix: {
    text: 'Renew the secret, delete the deployment from the history, declare the parameter as secureString and return no secret as output.',
  },
  references: ['https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices'],
  controls: {
    mcsb: ['IM-8'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  check: judgeShown,
});
