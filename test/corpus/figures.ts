import type { Rule } from '../../src/model/rule';
import type { Status } from './table';

export interface Judged {
  readonly ruleId: string;
  readonly entry: string;
  readonly wanted: Status;
  readonly got: string;
  readonly evidence: string;
}

interface Figure {
  readonly ruleId: string;
  /** Labels of this rule. */
  readonly n: number;
  readonly byStatus: Readonly<Record<Status, number>>;
  /** Share of the reported faults that are faults, and of the faults that were reported; 1 where there is nothing to share. */
  readonly precision: number;
  readonly recall: number;
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

function figure(ruleId: string, judged: readonly Judged[]): Figure {
  const count = (keep: (one: Judged) => boolean): number => judged.filter(keep).length;
  const right = count(({ wanted, got }) => wanted === 'fail' && got === 'fail');
  const labelled = (status: Status): number => count(({ wanted }) => wanted === status);
  return {
    ruleId,
    n: judged.length,
    byStatus: {
      pass: labelled('pass'),
      fail: labelled('fail'),
      notApplicable: labelled('notApplicable'),
      unknown: labelled('unknown'),
    },
    precision: share(
      right,
      count(({ got }) => got === 'fail'),
    ),
    recall: share(right, labelled('fail')),
  };
}

/** Precision and recall of each rule, its faults being the positives. */
export const figures = (judged: readonly Judged[]): readonly Figure[] =>
  [...Map.groupBy(judged, ({ ruleId }) => ruleId)]
    .map(([ruleId, ofRule]) => figure(ruleId, ofRule))
    .sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1));

/** Rules without a labelled pass or without a labelled fail. */
export function lacking(judged: readonly Judged[], rules: readonly Rule[]): readonly Rule[] {
  const known = new Map(figures(judged).map((one) => [one.ruleId, one.byStatus]));
  return rules.filter(({ id }) => !known.get(id)?.pass || !known.get(id)?.fail);
}

const widths = [46, 6, 6, 6, 6, 6, 10, 8];
const line = (cells: readonly (string | number)[]): string =>
  cells.map((cell, index) => String(cell).padEnd(widths[index] ?? 8)).join('');

/** The table of figures, and the rules that lack labels. */
export function printed(judged: readonly Judged[], rules: readonly Rule[], bodies: number): string {
  const rows = figures(judged).map(({ ruleId, n, byStatus, precision, recall }) =>
    line([ruleId, n, ...Object.values(byStatus), precision.toFixed(2), recall.toFixed(2)]),
  );
  const head = line(['rule', 'n', 'pass', 'fail', 'n/a', '?', 'precision', 'recall']);
  const poor = lacking(judged, rules).map(({ id, severity }) => `  ${id} (${severity})`);
  const total = `${bodies} bodies, ${judged.length} labels, ${rows.length} of ${rules.length} rules labelled`;
  return [head, ...rows, '', total, `without a labelled pass or fail: ${poor.length}`, ...poor, ''].join('\n');
}
