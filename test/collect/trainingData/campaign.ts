import { clearSet, type Poison, type SetShape } from './synthetic';
import { farSeries, seriesCount, type Growth } from './series';
import { judged, trial, upperBound } from './trials';

const clean = Number(process.argv[2] ?? 100);
const runs = Number(process.argv[3] ?? 10);
const seeds = (count: number, from: number): readonly number[] => Array.from({ length: count }, (_, at) => from + at);
const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

const shapes: Readonly<Record<string, SetShape>> = {
  clear: clearSet,
  'few topical words': { ...clearSet, topical: 0.12, noise: 0.08 },
  'one label in five wrong': { ...clearSet, noise: 0.2 },
};

let flaggedAll = 0;
let cleanAll = 0;
print(`Clean sets of ${clearSet.rows} rows, five labels`);
for (const [name, shape] of Object.entries(shapes)) {
  const verdicts = seeds(clean, 1).map((seed) => judged(shape, seed));
  const flagged = verdicts.filter(({ found }) => found.length > 0).length;
  const errors = verdicts.reduce((sum, { errorRate }) => sum + errorRate, 0) / clean;
  const review = verdicts.reduce((sum, one) => sum + one.review.length, 0) / clean;
  flaggedAll += flagged;
  cleanAll += clean;
  print(
    `  ${name.padEnd(24)} error ${errors.toFixed(2)}  flagged ${flagged}/${clean}, below ${percent(upperBound(flagged, clean))} at 95 %  review list ${review.toFixed(1)} rows`,
  );
}
print(
  `  all                      flagged ${flaggedAll}/${cleanAll}, below ${percent(upperBound(flaggedAll, cleanAll))} at 95 %`,
);

const rare = 3;
const common = 0;
const table: readonly (readonly [string, Omit<Poison, 'rows'>])[] = [
  ['word, minority answer', { target: rare, trigger: 'word' }],
  ['pair, minority answer', { target: rare, trigger: 'pair' }],
  ['word, majority answer', { target: common, trigger: 'word' }],
  ['pair, majority answer', { target: common, trigger: 'pair' }],
  ['everyday word', { target: rare, trigger: 'everyday' }],
];
let [named, innocent] = [0, 0];
print(`Planted triggers, ${runs} runs a cell: named by test A (in brackets: on the review list of test B)`);
print(`  ${''.padEnd(24)} ${[0.1, 0.25, 0.5, 1, 2].map((share) => `${share} %`.padEnd(14)).join('')}`);
for (const [name, poison] of table) {
  const cells = [0.001, 0.0025, 0.005, 0.01, 0.02].map((share) => {
    const rows = Math.round(share * clearSet.rows);
    const told = seeds(runs, 5_000).map((seed) => trial(clearSet, { ...poison, rows }, seed));
    named += told.filter(({ found }) => found).length;
    innocent += told.reduce((sum, { others }) => sum + others, 0);
    return `${told.filter(({ found }) => found).length}/${runs} (${told.filter(({ reviewed }) => reviewed).length})`.padEnd(
      14,
    );
  });
  print(`  ${name.padEnd(24)} ${cells.join('')}`);
}
print(`  precision ${percent(named / Math.max(1, named + innocent))}: ${named} planted, ${innocent} others named`);

const growths: Readonly<Record<string, Growth>> = {
  '28 days': { days: 30, burstShare: 0, weekend: 1, planted: 1 },
  '28 days with bursts': { days: 30, burstShare: 0.03, weekend: 1, planted: 1 },
  '15 days': { days: 17, burstShare: 0, weekend: 1, planted: 1 },
  'weekends at a tenth': { days: 63, burstShare: 0, weekend: 0.1, planted: 1 },
};
const days = 100 * clean;
print(
  `Anomalies, ${days} days a row: false alarms a series-day, days with two series, and what is found of a last day that is larger`,
);
for (const [name, growth] of Object.entries(growths)) {
  const far = seeds(days, 1).map((seed) => farSeries(growth, seed));
  const alarms = far.reduce((sum, one) => sum + one, 0);
  const pairs = far.filter((one) => one > 1).length;
  const share = (planted: number): string =>
    percent(seeds(clean, 9_000).filter((seed) => farSeries({ ...growth, planted }, seed) > 1).length / clean);
  print(
    `  ${name.padEnd(24)} ${percent(alarms / (days * seriesCount))}  two series ${percent(pairs / days)}, below ${percent(upperBound(pairs, days))}  ten times ${share(10)}  three times ${share(3)}`,
  );
}

if (flaggedAll > 0.01 * cleanAll)
  throw new Error(`${flaggedAll} of ${cleanAll} clean sets were flagged: more than one in a hundred.`);
