export { correlate } from './correlate';
export { withLag } from './lag';
export { unmatchedAssessments } from './unmatched';
