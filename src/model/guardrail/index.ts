export {
  builtInDefault,
  effectiveReadings,
  meets,
  minimumReadings,
  readingsNamed,
  shortfall,
  spilloverOf,
  strengthsAt,
  type Beside,
} from './effective';
export {
  conventions,
  effectivePolicy,
  filtersOf,
  isAsynchronous,
  isUnattached,
  joinFilters,
  meetFilters,
  named,
  noFilters,
  readingsOf,
  statedBy,
  strengthAt,
  type Filters,
  type Readings,
} from './filters';
export { compareFilters, compareGuardrails, differenceWords, type Standing } from './standing';
export { compareStrength, strengthWords, type Strength } from './strength';
