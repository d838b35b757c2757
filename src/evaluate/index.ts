export { enabledRules, evaluate } from './evaluate';
export { summarise, totals } from './score';
