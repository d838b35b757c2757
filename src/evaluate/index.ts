export { evaluate } from './evaluate';
export { summarise, totals } from './score';
