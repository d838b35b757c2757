export { correlate } from './correlate';
export { unmatchedAssessments } from './unmatched';
