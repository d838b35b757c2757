export { applyDecisions, approvalOf, decisionsAt, type DecisionOf } from './apply';
export { readDecision, type Asked, type Known } from './read';
export { holds, standingOf, warningDays, type Standing } from './standing';
