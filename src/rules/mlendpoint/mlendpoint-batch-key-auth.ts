import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'mlendpoint-batch-key-auth',
  subject: 'batchEndpoint',
  title: 'Batch endpoint accepts static keys',
  severity: 'medium',
  why: 'A key starts jobs over whole datasets with no identity and no expiry.',
  fix: {
    text: 'Make the endpoint anew with Entra tokens.',
    cli: 'az ml batch-endpoint create -g RG -w WORKSPACE -n NAME --auth-mode aad_token',
    bicep: "properties: { authMode: 'AADToken' }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-authenticate-batch-endpoint'],
  controls: { mcsb: ['IM-1'], owaspAgentic2026: ['ASI03'] },
  check: ({ authMode }) =>
    authMode.toLowerCase() === 'aadtoken' ? pass : fail(`authMode is ${authMode || 'not stated'}`),
});
