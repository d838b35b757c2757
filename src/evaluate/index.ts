export { findAbilityRoles, findAccess } from './access';
export { findDataStores } from './dataStores';
export { enabledRules, evaluate } from './evaluate';
export { frameworkScore, isMicrosofts, rulesOf } from './frameworks';
export { summarise, totals } from './score';
export { outputHandling } from './outputHandling';
export { shadowReport } from './shadowReport';
