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
  unreadFilters,
  type Filters,
  type Readings,
  type Stated,
} from './filters';
export { compareFilters, compareGuardrails, differenceWords, type Difference, type Standing } from './standing';
export { compareStrength, strengthWords, type Strength } from './strength';
