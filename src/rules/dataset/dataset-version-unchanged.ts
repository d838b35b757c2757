import { isOwnPath } from '../../model/dataUse';
import { fail, notApplicable, pass, type Verdict } from '../../model/rule';
import type { DataAsset, DatasetFingerprint } from '../../model/trainingData';
import { defineRule } from '../defineRule';

/** A folder that goes on being filled is expected to move, and is told by another rule. */
const isLive = (asset: DataAsset | undefined): boolean =>
  asset !== undefined && asset.dataType !== 'uri_file' && !isOwnPath(asset.path);

/** What moved, as far as the listing can tell. */
function moved({ first, blobs, bytes, contentRoot, changeRoot }: DatasetFingerprint): Verdict {
  if (first.changeRoot === changeRoot) return pass;
  const since = `${first.day}: ${first.blobs} blobs with ${first.bytes} bytes then, ${blobs} with ${bytes} now`;
  if (first.contentRoot !== '' && contentRoot !== '')
    return first.contentRoot === contentRoot ? pass : fail(`MD5 or sizes differ from those of ${since}`);
  return blobs === first.blobs && bytes === first.bytes
    ? fail(`ETags differ from those of ${since}; without MD5 nobody can tell whether contents do`, {
        severity: 'medium',
      })
    : fail(`ETags and sizes differ from those of ${since}`);
}

export default defineRule({
  id: 'dataset-version-unchanged',
  subject: 'datasetFingerprint',
  needs: ['dataAsset'],
  title: 'Registered version of data is not what it was when it was first seen',
  severity: 'high',
  why: 'A version is trusted because it does not change. Files that were exchanged under it are learnt from by everyone who trains with the version, and no record of the registry shows it.',
  fix: {
    text: 'Compare the files with an earlier version of the blobs, register what is meant as a new version below a path of its own, and train anew what was trained since.',
    cli: 'az storage blob list --account-name NAME -c CONTAINER --prefix PATH --include v --auth-mode login',
  },
  references: [
    'https://learn.microsoft.com/azure/machine-learning/how-to-create-data-assets',
    'https://learn.microsoft.com/azure/storage/blobs/versioning-overview',
  ],
  controls: { mcsb: ['AM-3'], owaspLlm2025: ['LLM04'], owaspLlm2026: ['LLM05'], atlas: ['AML.T0020'] },
  check: (print, view) => {
    if (print.of !== 'dataAsset') return notApplicable('a container is expected to change');
    if (isLive(view.byId('dataAsset', print.parentId ?? '')))
      return notApplicable('dataUri is a folder that goes on changing');
    return print.isWhole && print.first.changeRoot !== ''
      ? moved(print)
      : view.doubt(print, 'changeRoot', 'not all blobs were listed');
  },
});
