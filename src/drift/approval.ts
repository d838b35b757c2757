import type { ActivityEvent } from '../model/governance';
import type { ApprovedChange, ApprovedState, Policy } from '../model/policy';

/** What the policy file approves beforehand. */
export type Approvals = Pick<Policy, 'approvedPrincipals' | 'approvedStates' | 'approvedChanges'>;

/** One property that changed, in Azure's words; `after` as JSON text. */
interface Moved {
  readonly property: string;
  readonly after: string;
}

const within = (id: string, scope: string): boolean => id === scope || id.startsWith(`${scope}/`);
const bare = (json: string): string => json.replace(/^"(.*)"$/, '$1').toLowerCase();

/** The pipeline that alone wrote; '' where anybody else did too, or nobody is in the log. */
function pipelineOf(writes: readonly ActivityEvent[], approved: readonly string[]): string {
  const known = new Set(approved.map((one) => one.toLowerCase()));
  const isKnown = ({ caller, callerIds }: ActivityEvent): boolean =>
    [caller, ...callerIds].some((id) => known.has(id.toLowerCase()));
  return writes.length > 0 && writes.every(isKnown) ? (writes[0]?.caller ?? '') : '';
}

/** Entries together may cover a change: one for the model, one for its guardrail. */
function isApprovedState(id: string, moved: readonly Moved[], states: readonly ApprovedState[]): boolean {
  const here = states.filter(({ scope }) => within(id, scope)).map(({ state }) => Object.entries(state));
  const allows = ({ property, after }: Moved): boolean =>
    here.some((state) => state.some(([name, value]) => name === property && value.toLowerCase() === bare(after)));
  return moved.length > 0 && moved.every(allows);
}

const isInside = ({ from, until }: ApprovedChange, { at }: ActivityEvent): boolean =>
  Date.parse(at) >= Date.parse(from) && Date.parse(at) <= Date.parse(until);

function approvedChangeOf(
  id: string,
  writes: readonly ActivityEvent[],
  changes: readonly ApprovedChange[],
): ApprovedChange | undefined {
  if (writes.length === 0) return undefined;
  return changes.find((change) => within(id, change.scope) && writes.every((write) => isInside(change, write)));
}

/** Why a change counts as approved, in words; '' where nothing approves it. A time without an entry in the log proves nothing. */
export function approvalOf(
  id: string,
  moved: readonly Moved[],
  writes: readonly ActivityEvent[],
  approvals: Approvals,
): string {
  if (isApprovedState(id, moved, approvals.approvedStates)) return 'the state is one of approvedStates';
  const change = approvedChangeOf(id, writes, approvals.approvedChanges);
  if (change) return `approved change: ${change.reason}`;
  const pipeline = pipelineOf(writes, approvals.approvedPrincipals);
  return pipeline ? `${pipeline} is one of approvedPrincipals` : '';
}
