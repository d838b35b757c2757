import { judgeDays, unlike, type Deviation } from '../../model/anomaly';
import type { DatasetFingerprint } from '../../model/trainingData';
import { fail, notApplicable, pass, type View } from '../../model/rule';
import { defineRule } from '../defineRule';

type Seen = View<'blobService' | 'storageAccount' | 'roleAssignment'>;

const dayMs = 86_400_000;
const accountOf = (id: string): string => /^(.*\/storageaccounts\/[^/]+)/.exec(id)?.[1] ?? '';

const told = ({ series, value, median, z }: Deviation): string =>
  `${series} ${value}, ${median} as a rule (z ${z.toFixed(1)})`;

/** Blobs went away from an account that keeps neither versions nor deleted blobs. */
function lostForGood({ id }: DatasetFingerprint, deviations: readonly Deviation[], view: Seen): string {
  if (!deviations.some(({ series, z }) => series === 'blobs removed' && z >= unlike)) return '';
  const [service] = view.children({ id: accountOf(id) }, 'blobService');
  return service && !service.isVersioningEnabled && service.deleteRetentionDays === 0
    ? 'deleted blobs are not kept'
    : '';
}

/** Half of the blobs or more went away in a day: told whatever the past was, for one without deletions has no spread. */
function emptied({ days }: DatasetFingerprint): string {
  const [before, last] = days.slice(-2);
  if (!before || !last || before.blobs === 0 || last.blobs > before.blobs / 2) return '';
  return `blobs removed ${before.blobs - last.blobs} of ${before.blobs} since ${before.day}`;
}

/** Someone was given a role on the account or the container within the last day. */
function newcomer({ id }: DatasetFingerprint, view: Seen): string {
  const account = accountOf(id);
  const since = Date.parse(view.takenAt) - dayMs;
  const fresh = view
    .all('roleAssignment')
    .filter(({ scope, createdAt }) => account !== '' && scope.startsWith(account) && Date.parse(createdAt) > since);
  return fresh.length > 0 ? `${fresh.length} roles on the account are younger than a day` : '';
}

export default defineRule({
  id: 'dataset-moves-as-before',
  subject: 'datasetFingerprint',
  needs: ['blobService', 'storageAccount', 'roleAssignment'],
  title: 'Data that models learn from moved unlike its own past',
  severity: 'medium',
  why: 'Poison comes as many writes at once, as deletions, or as files of another size. One number far from its past is told only where a fact stands beside it: two numbers together are rarely chance. Slow poisoning is not seen by this.',
  fix: {
    text: 'Look in the change feed or the write log for who wrote on that day, and bring back the state before where nobody can explain it.',
    cli: 'az storage blob list --account-name NAME -c CONTAINER --include dv --auth-mode login',
  },
  references: ['https://learn.microsoft.com/azure/storage/blobs/storage-blob-change-feed'],
  controls: { mcsb: ['LT-1'], owaspLlm2025: ['LLM04'], owaspLlm2026: ['LLM05'], atlas: ['AML.T0020'] },
  check: (print, view) => {
    const judged = judgeDays(print.days);
    if (judged.state === 'learning') return notApplicable(`learning: ${judged.days} of 14 days`);
    const gone = emptied(print);
    if (gone) return fail(gone);
    const far = judged.deviations.filter(({ z }) => Math.abs(z) >= unlike);
    if (far.length === 0) return pass;
    if (far.length > 1) return fail(far.map(told).join('; '));
    const fact = lostForGood(print, far, view) || newcomer(print, view);
    return fact ? fail([...far.map(told), fact].join('; ')) : pass;
  },
});
