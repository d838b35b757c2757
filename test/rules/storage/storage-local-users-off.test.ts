import rule from '../../../src/rules/storage/storage-local-users-off';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'no local users, as when Azure leaves it out' }],
  fail: [
    { name: 'local users', subject: { isLocalUserEnabled: true }, says: 'isLocalUserEnabled is true' },
    { name: 'with SFTP', subject: { isLocalUserEnabled: true, isSftpEnabled: true } },
  ],
});
