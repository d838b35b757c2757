import rule from '../../../src/rules/databricks/databricks-cmk';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [
    { name: 'all three' },
    { name: 'in odd casing', subject: { dbfsKeySource: 'MICROSOFT.KEYVAULT' } },
    {
      name: 'serverless: notebooks alone',
      subject: { computeMode: 'Serverless', managedDiskKeySource: 'Default', dbfsKeySource: 'Default' },
    },
  ],
  fail: [
    {
      name: 'notebooks',
      subject: { managedServicesKeySource: 'Default' },
      says: 'managedServices.keySource is Default',
    },
    { name: 'disks', subject: { managedDiskKeySource: 'Default' }, says: 'managedDisk' },
    { name: 'root storage', subject: { dbfsKeySource: 'Default' }, says: 'parameters.encryption.keySource is Default' },
    { name: 'a source nobody knows', subject: { dbfsKeySource: 'Other' } },
    { name: 'serverless without a key', subject: { computeMode: 'Serverless', managedServicesKeySource: 'Default' } },
  ],
});
