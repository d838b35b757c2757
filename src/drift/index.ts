export { baseline, compare, isCompared, type UnitPair } from './compare';
export { carried, carriedFindings, remember } from './remember';
