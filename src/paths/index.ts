export { findPaths } from './findPaths';
export { rankChanges } from './rankChanges';
export { applyChanges, canSimulate } from './changes/apply';
