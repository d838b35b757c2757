import { placeOf } from '../../model/dataUse';
import type { Resource } from '../../model/resource';
import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';

/** Containers that datastores and data assets name; other users name the account alone. */
const containersOf = (user: Resource): readonly string[] => {
  if (user.kind === 'datastore') return [user.containerName];
  return user.kind === 'dataAsset' ? [user.path, ...user.referencedPaths].map((path) => placeOf(path).container) : [];
};

export default defineRule({
  id: 'storage-lifecycle-keeps-training-data',
  subject: 'lifecyclePolicy',
  title: 'A lifecycle rule deletes data that models learn from',
  severity: 'low',
  why: 'What a model was trained on disappears by age, with nobody deciding it: the training cannot be repeated or examined any more, and a changed rule empties the store without one delete in the log of a person.',
  fix: {
    text: 'Narrow the rule to prefixes that hold no training data, or move blobs to a colder tier instead of deleting them.',
    cli: 'az storage account management-policy show -g RG --account-name NAME',
  },
  references: ['https://learn.microsoft.com/azure/storage/blobs/lifecycle-management-overview'],
  controls: { mcsb: ['BR-2'], owaspLlm2025: ['LLM04'], owaspLlm2026: ['LLM05'], atlas: ['AML.T0059'] },
  check: ({ deletions, parentId = '' }, view) => {
    const named = new Set(view.usersOf({ id: parentId }).flatMap(containersOf).filter(Boolean));
    if (named.size === 0) return notApplicable('no datastore or data asset names a container of the account');
    const hits = deletions
      .filter(({ deletes }) => deletes.includes('baseBlob'))
      .filter(
        ({ prefixes }) => prefixes.length === 0 || prefixes.some((prefix) => named.has(prefix.split('/')[0] ?? '')),
      );
    return hits.length > 0 ? fail(`rules ${hits.map(({ rule }) => rule).join(', ')} delete baseBlob`) : pass;
  },
});
