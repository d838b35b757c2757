export { findPaths } from './findPaths';
export { rankChanges } from './rankChanges';
export { applyChanges } from './changes/apply';
