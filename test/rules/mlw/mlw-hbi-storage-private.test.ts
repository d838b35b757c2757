import rule from '../../../src/rules/mlw/mlw-hbi-storage-private';
import { safe, safeNetwork } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const storage = safe('storageAccount');
const uses = { hbiWorkspace: true, storageAccountId: storage.id };
const on = (publicNetworkAccess: 'Enabled' | 'Disabled' | 'SecuredByPerimeter' | 'Unrecognised') => ({
  subject: uses,
  around: [safe('storageAccount', { network: safeNetwork({ publicNetworkAccess }) })],
});
const enforced = safe('perimeterAssociation', { id: `${storage.id}/nsp/1`, parentId: storage.id });

testRule(rule, {
  pass: [
    { name: 'the storage is private', ...on('Disabled') },
    { name: 'an enforced perimeter guards it', subject: uses, around: [...on('SecuredByPerimeter').around, enforced] },
  ],
  fail: [
    { name: 'the storage is public, whatever its firewall says', ...on('Enabled'), says: 'storageAccount is Enabled' },
    { name: 'a value nobody knows', ...on('Unrecognised') },
    { name: 'no perimeter enforces', ...on('SecuredByPerimeter'), says: 'no perimeter association' },
  ],
  notApplicable: [
    {
      name: 'no high impact',
      subject: { ...uses, hbiWorkspace: false },
      around: on('Enabled').around,
      says: 'hbiWorkspace',
    },
    { name: 'no storage', subject: { hbiWorkspace: true } },
    { name: 'the storage is gone', subject: uses },
  ],
  unknown: [
    {
      name: 'the storage was not read',
      subject: uses,
      gaps: [{ kind: 'storageAccount', scope: storage.id, reason: 'forbidden', permission: 'x/read', detail: '' }],
      says: 'x/read',
    },
  ],
});
