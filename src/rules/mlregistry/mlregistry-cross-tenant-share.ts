import { defineRule } from '../defineRule';
import { fail } from '../../model/rule';
import { outsiders, searchVerdict } from '../rbac/roleBearers';

export default defineRule({
  id: 'mlregistry-cross-tenant-share',
  subject: 'mlRegistry',
  needs: ['roleAssignment', 'principal', 'subscription'],
  title: 'ML registry is shared beyond the tenant',
  severity: 'high',
  why: 'Guests and foreign groups can copy the models, and public blobs of the managed storage hand them to anyone.',
  fix: {
    text: 'Remove the assignments of outsiders, and disallow public blobs in the managed storage of each region.',
    cli: 'az role assignment delete --ids ASSIGNMENT_ID',
    bicep:
      'properties: { regionDetails: [ { storageAccountDetails: [ { systemCreatedStorageAccount: { allowBlobPublicAccess: false } } ] } ] }',
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-manage-registries'],
  controls: { mcsb: ['PA-4'], owaspLlm2025: ['LLM03'], owaspLlm2026: ['LLM04'], atlas: ['AML.T0035'] },
  check: (registry, view) =>
    registry.managedStorageAllowsPublicBlobs
      ? fail('systemCreatedStorageAccount.allowBlobPublicAccess is true')
      : searchVerdict(registry, view, outsiders),
});
