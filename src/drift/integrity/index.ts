import type { Integrity } from '../../model/drift';
import { severities, type Severity } from '../../model/rule';
import type { Facts } from './facts';
import { rows, unexplainedRow } from './rows';

export { partOf } from './tuples';
export type { Delta, Facts } from './facts';

export interface Classed {
  /** Row of the table, 0 where none fits. */
  readonly row: number;
  readonly class: Integrity;
  readonly reason: string;
  /** Least severity at which the change is told. */
  readonly least: Severity;
  /** A writer who is out of place makes the change one worse. */
  readonly raised: boolean;
}

/** Deleted and made again under the same name between the runs. */
function isRecreated({ before, after }: Facts): boolean {
  if (before.kind !== 'deployment' || after.kind !== 'deployment') return false;
  return (
    before.createdAt !== undefined &&
    after.createdAt !== undefined &&
    Date.parse(after.createdAt) > Date.parse(before.createdAt)
  );
}

/** Features that the service learns are no change of the model: they never come here, and neither does what nobody compares. */
export function classify(facts: Facts): Classed {
  const row = rows.find(({ holds }) => holds(facts)) ?? unexplainedRow;
  const recreated = isRecreated(facts) ? '; deleted and made again' : '';
  return {
    row: row.row,
    class: row.class,
    reason: `${row.reason(facts)}${recreated}`,
    least: row.least,
    raised: row.row === 10,
  };
}

const rank = (severity: Severity): number => severities.indexOf(severity);

/** The severity of a change whose verdicts moved it to `worst`. */
export function severityOf({ least, raised }: Classed, worst: Severity): Severity {
  const told = Math.min(rank(worst), rank(least));
  return severities[Math.max(0, raised ? told - 1 : told)] ?? worst;
}
