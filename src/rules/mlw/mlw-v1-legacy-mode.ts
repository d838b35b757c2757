import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { isManaged } from '../mlcompute/managedNetwork';
import { isApproved } from '../privateLink';
import { judgedOnHub } from './hubScope';

export default defineRule({
  id: 'mlw-v1-legacy-mode',
  subject: 'mlWorkspace',
  title: 'Operations of an isolated workspace pass through public Resource Manager',
  severity: 'info',
  why: 'With version 2 of the API, names and parameters of jobs and models go by the public endpoint of Resource Manager; they are encrypted, and data stays private. The older mode keeps them in, at the price of all newer features. It cannot be used with a managed network and changes nothing where the workspace has no private endpoint: not judged there.',
  fix: {
    text: 'Use a private link for Azure management, or, with version 1 of the SDK only, turn the older mode on.',
    cli: 'az resource update --ids WORKSPACE_ID --set properties.v1LegacyMode=true',
    bicep: 'properties: { v1LegacyMode: true }',
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-configure-network-isolation-with-v2'],
  controls: { mcsb: ['NS-2'] },
  defender: { assessments: [], policies: ['e413671a-dd10-4cc1-a943-45b598596cb7'], offByDefault: true },
  check: (workspace) => {
    const hub = judgedOnHub(workspace);
    if (hub) return hub;
    if (workspace.v1LegacyMode) return pass;
    if (isManaged(workspace)) return notApplicable(`managedNetwork.isolationMode is ${workspace.isolationMode}`);
    return workspace.privateEndpointConnections.some(isApproved)
      ? fail('v1LegacyMode is false')
      : notApplicable('no approved private endpoint: the workspace is not isolated');
  },
});
