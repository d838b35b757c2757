import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { judgedOnHub } from './hubScope';

export default defineRule({
  id: 'mlw-no-public-access-behind-vnet',
  subject: 'mlWorkspace',
  title: 'ML workspace stays public behind its private endpoint',
  severity: 'high',
  why: 'The old switch keeps the public endpoint open although a private endpoint makes the workspace look closed.',
  fix: {
    text: 'Turn the switch off.',
    cli: 'az resource update --ids WORKSPACE_ID --set properties.allowPublicAccessWhenBehindVnet=false',
    bicep: 'properties: { allowPublicAccessWhenBehindVnet: false }',
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link'],
  controls: { mcsb: ['NS-2'], atlas: ['AML.T0049'] },
  check: (workspace) =>
    judgedOnHub(workspace) ||
    (workspace.allowPublicAccessWhenBehindVnet ? fail('allowPublicAccessWhenBehindVnet is true') : pass),
});
