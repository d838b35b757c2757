export { applyDecisions, approvalOf, approveChanges, decisionsAt, type DecisionOf } from './apply';
export { readDecision, type Asked, type Known } from './read';
export { standingOf, type Standing } from './standing';
