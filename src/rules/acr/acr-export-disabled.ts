import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'acr-export-disabled',
  subject: 'containerRegistry',
  title: 'Images of the AI stack can be exported',
  severity: 'low',
  why: 'Who holds a role on the registry can copy images, models inside, to a registry or storage of his own with one call, past every network rule.',
  fix: {
    text: 'Turn the public network off, then export.',
    cli: 'az resource update --ids REGISTRY_ID --set properties.policies.exportPolicy.status=disabled',
    bicep: "properties: { policies: { exportPolicy: { status: 'disabled' } }, publicNetworkAccess: 'Disabled' }",
  },
  references: ['https://learn.microsoft.com/azure/container-registry/data-loss-prevention'],
  controls: { mcsb: ['NS-2', 'DP-2'], atlas: ['AML.T0025', 'AML.T0035'] },
  defender: { assessments: [], policies: ['524b0254-c285-4903-bee6-bb8126cde579'], offByDefault: true },
  check: (registry) => (registry.exportEnabled ? fail('policies.exportPolicy.status is enabled') : pass),
});
