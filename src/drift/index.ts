export { baseline, compare, isCompared, withChanges, type UnitPair } from './compare';
export { endingsBetween, isUnder, toEndingChange } from './decided';
export type { Log } from './tell';
export { pathChanges } from './paths';
export { carried, carriedFindings, remember } from './remember';
