import rule from '../../../src/rules/storage/storage-lifecycle-keeps-training-data';
import type { LifecyclePolicy } from '../../../src/model/trainingData';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

type Deletion = LifecyclePolicy['deletions'][number];
const deletion = (changes: Partial<Deletion>): Partial<LifecyclePolicy> => ({
  deletions: [{ rule: 'tidy', prefixes: [], deletes: ['baseBlob'], ...changes }],
});
const storage = safe('storageAccount');
const host = storage.hosts[0] ?? '';
const datastore = safe('datastore', { accountName: host.split('.')[0] ?? '', containerName: 'training' });
const asset = safe('dataAsset', { path: `https://${host}/sets/2026/train.csv` });
const around = [storage, datastore];

testRule(rule, {
  pass: [
    { name: 'nothing is deleted', around },
    { name: 'another container', subject: deletion({ prefixes: ['logs/'] }), around },
    { name: 'a container whose name begins alike', subject: deletion({ prefixes: ['training-logs'] }), around },
    { name: 'earlier versions only', subject: deletion({ deletes: ['version', 'snapshot'] }), around },
  ],
  fail: [
    { name: 'every blob of the account', subject: deletion({}), around, says: 'rules tidy delete baseBlob' },
    { name: 'the container of a datastore', subject: deletion({ prefixes: ['logs', 'training/old'] }), around },
    { name: 'the container of a data asset', subject: deletion({ prefixes: ['sets'] }), around: [storage, asset] },
  ],
  notApplicable: [{ name: 'nobody names a container', subject: deletion({}), around: [storage] }],
});
