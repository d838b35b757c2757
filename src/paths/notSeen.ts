import type { Gap } from '../model/snapshot';
import { narrowsSight } from '../model/snapshot';
import type { Kind } from '../model/resource';

/** Without these nobody knows who may do what. */
const access = new Set<Kind>([
  'roleAssignment',
  'roleDefinition',
  'principal',
  'denyAssignment',
  'roleEligibility',
  'subscription',
]);
const most = 20;

/** What was not read and may hide paths, access first; each kind and place once. */
export function notSeen(gaps: readonly Gap[]): readonly string[] {
  const told = gaps
    .filter((gap) => narrowsSight(gap) && gap.property === undefined)
    .map(({ kind, scope, permission }) => ({
      first: access.has(kind) ? 0 : 1,
      words: `${kind} below ${scope}${permission ? ` (needs ${permission})` : ''}`,
    }));
  const sorted = told.sort((a, b) => a.first - b.first || (a.words < b.words ? -1 : 1));
  return [...new Set(sorted.map(({ words }) => words))].slice(0, most);
}
