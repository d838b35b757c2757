import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'mlw-user-assigned-identity',
  subject: 'mlWorkspace',
  title: 'ML workspace acts with an identity that dies with it',
  severity: 'low',
  why: 'A system-assigned identity gets its roles from Azure and anew with each workspace. One of your own is given the least roles once, and reviewed.',
  fix: {
    text: 'Assign a user-assigned identity, give it the roles on the stores, and name it as the primary one.',
    cli: 'az ml workspace create -g RG --file workspace.yml',
    bicep:
      "identity: { type: 'UserAssigned', userAssignedIdentities: { '${uai.id}': {} } } properties: { primaryUserAssignedIdentity: uai.id }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication'],
  controls: { mcsb: ['IM-3'], owaspAgentic2026: ['ASI03'] },
  defender: {
    assessments: [],
    policies: ['5f0c7d88-c7de-45b8-ac49-db49e72eaa78'],
    names: ['Azure Machine Learning workspaces should use user-assigned managed identity'],
    offByDefault: true,
  },
  check: ({ identity, primaryUserAssignedIdentity }) => {
    if (!identity.types.includes('UserAssigned')) return fail(`identity.type is ${identity.types.join() || 'None'}`);
    return primaryUserAssignedIdentity ? pass : fail('primaryUserAssignedIdentity is empty');
  },
});
