import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';

export default defineRule({
  id: 'storage-change-feed-on',
  subject: 'blobService',
  needs: ['storageAccount'],
  title: 'Nothing records what changes in the data of the models',
  severity: 'low',
  why: 'When a dataset turns out to be poisoned, the change feed tells which blobs were written when. Without it only a comparison of fingerprints shows that something changed.',
  fix: {
    text: 'Turn the change feed on, or send the write logs of the blob service to a workspace.',
    cli: 'az storage account blob-service-properties update -g RG -n NAME --enable-change-feed true --change-feed-retention-days 90',
    bicep: 'properties: { changeFeed: { enabled: true, retentionInDays: 90 } }',
  },
  references: ['https://learn.microsoft.com/azure/storage/blobs/storage-blob-change-feed'],
  controls: { mcsb: ['LT-3'], owaspLlm2025: ['LLM04'], owaspLlm2026: ['LLM05'], atlas: ['AML.T0020'] },
  check: ({ changeFeedEnabled, parentId = '' }, view) => {
    if (changeFeedEnabled) return pass;
    return view.byId('storageAccount', parentId)?.isHnsEnabled
      ? notApplicable('isHnsEnabled is true: accounts with directories have no change feed')
      : fail('changeFeed.enabled is false');
  },
});
