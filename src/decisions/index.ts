export { applyDecisions, approvalOf, decisionsAt } from './apply';
export { readDecision, type Asked, type Known } from './read';
export { standingOf, type Standing } from './standing';
