import rule from '../../../src/rules/dataset/dataset-moves-as-before';
import type { DatasetDay } from '../../../src/model/trainingData';
import { assignment } from '../../kit/access';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const takenAt = '2026-11-24T06:00:00Z';
const start = Date.parse('2026-10-20');

/** Thirty days: between nine and eleven blobs of a hundred bytes come a day, and the last day is laid over. */
function days(last: Partial<DatasetDay> = {}, count = 30): readonly DatasetDay[] {
  const made: DatasetDay[] = [];
  for (let at = 0; at < count; at += 1) {
    const before = made[at - 1] ?? { blobs: 1_000, bytes: 100_000 };
    const written = 9 + (at % 3);
    const day = new Date(start + at * 86_400_000).toISOString().slice(0, 10);
    made.push({ day, written, blobs: before.blobs + written, bytes: before.bytes + written * 100 });
  }
  const end = made[count - 1] ?? { day: '', blobs: 0, bytes: 0, written: 0 };
  return [...made.slice(0, -1), { ...end, ...last }];
}
const storage = safe('storageAccount');
const kept = safe('blobService');
const fresh = assignment('new', { scope: storage.id, createdAt: '2026-11-23T20:00:00Z' });
const old = assignment('old', { scope: storage.id, createdAt: '2026-11-20T06:00:00Z' });
const around = [storage, kept];

testRule(rule, {
  pass: [
    { name: 'a day like the others', subject: { days: days() }, around, takenAt },
    {
      name: 'many writes, and no other number or fact',
      subject: { days: days({ written: 500 }) },
      around: [...around, old],
      takenAt,
    },
  ],
  fail: [
    {
      name: 'half of all blobs in a day, where nothing was deleted before',
      subject: { days: days({ blobs: 500, bytes: 50_000, written: 0 }) },
      around,
      takenAt,
      says: 'blobs removed 789 of 1289 since 2026-11-17',
    },
    {
      name: 'many writes, and a role of yesterday',
      subject: { days: days({ written: 500 }) },
      around: [...around, fresh],
      takenAt,
      says: '1 roles on the account are younger than a day',
    },
    {
      name: 'many writes, and many bytes',
      subject: { days: days({ written: 500, bytes: 900_000 }) },
      around,
      takenAt,
      says: 'blobs written 500, 10 as a rule',
    },
  ],
  notApplicable: [
    { name: 'first seen', subject: { days: [] }, says: 'learning: 0 of 14 days' },
    {
      name: 'fourteen days, thirteen differences before the last',
      subject: { days: days({ written: 500 }, 15) },
      says: 'learning: 13',
    },
  ],
});
