import rule from '../../../src/rules/dataset/dataset-version-unchanged';
import type { DatasetFingerprint } from '../../../src/model/trainingData';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const asset = safe('dataAsset');
const { first } = safe('datasetFingerprint');
const print = (now: Partial<DatasetFingerprint>, before: Partial<typeof first> = {}) => ({
  of: 'dataAsset' as const,
  parentId: asset.id,
  first: { ...first, ...before },
  ...now,
});
const around = [asset];
const live = safe('dataAsset', { dataType: 'uri_folder', path: 'azureml://datastores/d/paths/current/' });
const liveFile = safe('dataAsset', { path: 'azureml://datastores/d/paths/current.csv' });
const other = { contentRoot: 'c2', changeRoot: 'e2' };

testRule(rule, {
  pass: [
    { name: 'the same marks', subject: print({}), around },
    { name: 'written again with the same content', subject: print({ changeRoot: 'e2' }), around },
  ],
  fail: [
    { name: 'another content', subject: print(other), around, says: 'MD5 or sizes differ from those of 2026-11-01' },
    { name: 'another content of a file at a fixed path', subject: print(other), around: [liveFile] },
    {
      name: 'no MD5, another size',
      subject: print({ changeRoot: 'e2', contentRoot: '', bytes: 1_001 }),
      around,
      says: 'ETags and sizes differ',
    },
    {
      name: 'no MD5, the same size',
      subject: print({ changeRoot: 'e2' }, { contentRoot: '' }),
      around,
      severity: 'medium',
      says: 'nobody can tell',
    },
  ],
  notApplicable: [
    { name: 'a container', subject: other, says: 'container' },
    { name: 'a folder that is filled on', subject: print(other), around: [live], says: 'goes on changing' },
  ],
  unknown: [
    {
      name: 'a part of the listing',
      subject: print({ isWhole: false, changeRoot: '' }),
      around,
      says: 'not all blobs',
    },
    { name: 'never listed to its end', subject: print({}, { changeRoot: '' }), around, says: 'not all blobs' },
  ],
});
