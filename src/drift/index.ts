export { baseline, compare, isCompared, withChanges, type UnitPair } from './compare';
export { endingsBetween, isUnder, toEndingChange } from './decided';
export { carried, carriedFindings, remember } from './remember';
