import { warningDays, type Decision } from '../model/decision';

export type Standing = 'active' | 'ending' | 'expired' | 'withdrawn';

const day = 86_400_000;

/** How a decision stands at an instant. One without end never expires. */
export function standingOf(decision: Decision, at: string): Standing {
  if (decision.withdrawn && Date.parse(decision.withdrawn.at) <= Date.parse(at)) return 'withdrawn';
  if (decision.until === '') return 'active';
  const left = Date.parse(decision.until) - Date.parse(at);
  if (left <= 0) return 'expired';
  return left <= warningDays * day ? 'ending' : 'active';
}

/** True while it changes how a finding is read. */
export const holds = (decision: Decision, at: string): boolean => {
  const standing = standingOf(decision, at);
  return (standing === 'active' || standing === 'ending') && Date.parse(decision.at) <= Date.parse(at);
};
