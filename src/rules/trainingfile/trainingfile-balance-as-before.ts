import { sameBalance } from '../../model/labelBalance';
import { fail, notApplicable, pass, type View } from '../../model/rule';
import type { DataAsset, TrainingFile } from '../../model/trainingData';
import { defineRule } from '../defineRule';

const leastChance = 0.001;

/** The version before the one that the file belongs to, by number. */
function versionBefore(asset: DataAsset, view: View<'dataAsset'>): DataAsset | undefined {
  const earlier = view
    .all('dataAsset')
    .filter(({ parentId, assetName }) => parentId === asset.parentId && assetName === asset.assetName)
    .filter(({ version }) => Number(version) < Number(asset.version));
  return earlier.sort((a, b) => Number(b.version) - Number(a.version))[0];
}

const lastOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** The file at the same place of the version before, if both have labels. */
function fileBefore(file: TrainingFile, view: View<'dataAsset' | 'trainingFile'>): TrainingFile | undefined {
  const asset = view.byId('dataAsset', file.parentId ?? '');
  const before = asset && versionBefore(asset, view);
  return before && view.children(before, 'trainingFile').find(({ id }) => lastOf(id) === lastOf(file.id));
}

export default defineRule({
  id: 'trainingfile-balance-as-before',
  subject: 'trainingFile',
  needs: ['dataAsset', 'trainingFile'],
  title: 'Answers of the training file are spread otherwise than in the version before',
  severity: 'low',
  why: 'A model learns how often an answer is right. Where one answer has grown at the cost of the others between two versions, somebody relabelled, or another kind of data came in.',
  fix: {
    text: 'Compare the two versions, and note in the asset why answers are spread otherwise.',
    cli: 'az ml data show -g RG -w WORKSPACE --name NAME --version VERSION',
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-create-data-assets'],
  controls: { mcsb: ['AM-3'], owaspLlm2025: ['LLM04'], owaspLlm2026: ['LLM05'], atlas: ['AML.T0020'] },
  check: (file, view) => {
    if (file.labelCounts.length === 0) return notApplicable('answers are texts, or were not read');
    const before = fileBefore(file, view);
    if (!before || before.labelCounts.length === 0) return notApplicable('there is no earlier version with labels');
    const chance = sameBalance(before.labelCounts, file.labelCounts);
    return chance >= leastChance
      ? pass
      : fail(`rows of each answer are ${file.labelCounts.join(', ')} after ${before.labelCounts.join(', ')}`);
  },
});
