import rule from '../../../src/rules/mlw/mlw-system-datastores-identity';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [
    { name: 'identity, in odd casing', subject: { systemDatastoresAuthMode: 'IDENTITY' } },
    { name: 'a signature by a user', subject: { systemDatastoresAuthMode: 'UserDelegationSAS' } },
  ],
  fail: [
    {
      name: 'the key, as when Azure leaves the property out',
      subject: { systemDatastoresAuthMode: 'AccessKey' },
      says: 'systemDatastoresAuthMode is AccessKey',
    },
    { name: 'a mode nobody knows', subject: { systemDatastoresAuthMode: 'SAS' } },
  ],
  notApplicable: [
    {
      name: 'a project is judged on its hub, in odd casing',
      subject: { workspaceKind: 'PROJECT', systemDatastoresAuthMode: 'AccessKey' },
      says: 'Project',
    },
  ],
});
