import type { RunHeader, UnitEntry } from '../model/run';

/** Before any log begins: as far back as it keeps. */
const everything = new Date(0).toISOString();

const wasAsked = ({ scopes }: RunHeader, unit: string): boolean =>
  scopes.length === 0 || scopes.some((scope) => scope === unit || scope.split('/')[2] === unit);

/**
 * Since when nothing of the unit was compared: the last run where it was read then and compared, else the last one that read it completely.
 * Too early would name somebody for what he did long before; too late would call a write that was logged unlogged.
 */
export function sinceOf(last: RunHeader, { unit, hash, baseline, coverage }: UnitEntry): string {
  const { state, lastReadAt } = coverage;
  if (state === 'read' || state === 'disabled') return lastReadAt || last.takenAt;
  return hash === baseline && wasAsked(last, unit) ? last.takenAt : lastReadAt || everything;
}
