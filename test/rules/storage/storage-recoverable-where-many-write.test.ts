import rule from '../../../src/rules/storage/storage-recoverable-where-many-write';
import type { Resource } from '../../../src/model/resource';
import type { BlobService } from '../../../src/model/surroundings';
import { assignment, principal, role, roleId } from '../../kit/access';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const storage = safe('storageAccount').id;
const writes = role('writes', {
  dataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*'],
});
const people = (n: number) =>
  Array.from({ length: n }, (_, at) => [
    assignment(`u-${at}`, { scope: storage, roleDefinitionId: roleId('writes') }),
    principal(`u-${at}`),
  ]).flat();
const nothing = { isVersioningEnabled: false, deleteRetentionDays: 0 };
const open = safe('blobContainer', { immutability: 'None' });
const given = (blobs: Partial<BlobService>, ...around: Resource[]) => ({
  around: [safe('subscription'), writes, safe('blobService', blobs), ...around],
});
const gap = { reason: 'forbidden', permission: 'x/read', detail: '', scope: '/' } as const;

testRule(rule, {
  pass: [
    { name: 'six write, versions are kept', ...given({}, open, ...people(6)) },
    {
      name: 'six write, deleted blobs are kept for a day',
      ...given({ ...nothing, deleteRetentionDays: 1 }, ...people(6)),
    },
    { name: 'five write, nothing is kept', ...given(nothing, open, ...people(5)) },
    { name: 'six write into containers under a locked policy', ...given(nothing, safe('blobContainer'), ...people(6)) },
  ],
  fail: [
    { name: 'six write, nothing is kept', ...given(nothing, open, ...people(6)), says: '6 principals may write' },
    {
      name: 'a policy that is unlocked',
      ...given(nothing, safe('blobContainer', { immutability: 'Unlocked' }), ...people(6)),
    },
  ],
  notApplicable: [
    { name: 'an account of files', around: [safe('subscription'), writes, ...people(6)], says: 'no blobs' },
  ],
  unknown: [
    {
      name: 'assignments were not read',
      ...given(nothing, open),
      gaps: [{ ...gap, kind: 'roleAssignment' }],
      says: 'x/read',
    },
    {
      name: 'the blob service was not read',
      around: people(6),
      gaps: [{ ...gap, kind: 'blobService' }],
      says: 'x/read',
    },
    { name: 'containers were not read', ...given(nothing, ...people(6)), gaps: [{ ...gap, kind: 'blobContainer' }] },
  ],
});
