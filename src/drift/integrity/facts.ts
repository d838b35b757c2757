import type { ModelCatalogueEntry } from '../../model/ai';
import type { ActivityEvent } from '../../model/governance';
import type { Resource } from '../../model/resource';
import type { Part } from './tuples';

/** One changed property with the part of the tuple it stands in; values as JSON text. */
export interface Delta {
  readonly property: string;
  readonly part: Part;
  readonly before: string;
  readonly after: string;
}

/** All that a class is told from: one resource on both sides, the catalogue, the log and the approvals. */
export interface Facts {
  readonly before: Resource;
  readonly after: Resource;
  readonly deltas: readonly Delta[];
  /** The catalogue's entry of the model before, as the previous run read it. */
  readonly oldEntry: ModelCatalogueEntry | undefined;
  /** The entry of the model now. */
  readonly newEntry: ModelCatalogueEntry | undefined;
  /** Why silence of the log proves nothing, in words; '' when it was read for the whole time between the runs. */
  readonly logGap: string;
  /** Writes on the resource, or on the one it hangs below, by principals of the tenant, newest first. */
  readonly writes: readonly ActivityEvent[];
  readonly now: string;
  /** Why the change counts as approved; '' where nothing approves it. */
  readonly approval: string;
  /** What else the same hand weakened at the same time, in words; '' = nothing. */
  readonly alongside: string;
  /** Why the one who wrote is out of place, in words; '' = no reason. */
  readonly newcomer: string;
}

export const has = ({ deltas }: Facts, property: string): boolean =>
  deltas.some((delta) => delta.property === property);
export const moved = ({ deltas }: Facts, part: Part): boolean => deltas.some((delta) => delta.part === part);

/** The model on both sides; undefined for what is no deployment. */
export function models({ before, after }: Facts): { was: Model; is: Model } | undefined {
  return before.kind === 'deployment' && after.kind === 'deployment'
    ? { was: before.model, is: after.model }
    : undefined;
}

type Model = Extract<Resource, { kind: 'deployment' }>['model'];

const identityDeltas = (facts: Facts): readonly Delta[] => facts.deltas.filter(({ part }) => part === 'identity');

/** Only the version moved: nothing else of what the model is, and nothing of what guards it. */
export const onlyVersion = (facts: Facts): boolean =>
  facts.deltas.every(({ property }) => property === 'model.version');

/** The model now is the replacement that the catalogue had announced for the old one; a version alone is one of the same model. */
export function isTarget(facts: Facts): boolean {
  const pair = models(facts);
  const target = facts.oldEntry?.replacement.toLowerCase() ?? '';
  if (!pair || target === '') return false;
  const full = `${pair.is.name} ${pair.is.version}`.toLowerCase();
  return target === full || (pair.is.name === pair.was.name && target === pair.is.version.toLowerCase());
}

export const isDefault = ({ newEntry }: Facts): boolean => newEntry?.isDefaultVersion === true;

/** True when nothing but name and version moved. */
export const onlyNamed = (facts: Facts): boolean =>
  identityDeltas(facts).length === facts.deltas.length &&
  facts.deltas.every(({ property }) => property === 'model.version' || property === 'model.name');

const ordered = /^(\d{4}-\d{2}-\d{2}|\d{1,3})$/;

/** Only dates and plain numbers have an order: of `0125-preview` and `1106-preview` the first is the newer. */
export function isBackwards(facts: Facts): boolean {
  const pair = models(facts);
  if (!pair || has(facts, 'model.name') || !ordered.test(pair.was.version) || !ordered.test(pair.is.version))
    return false;
  return pair.is.version.localeCompare(pair.was.version, 'en', { numeric: true }) < 0;
}

const day = 86_400_000;
/** Days from `instant` until now, negative when it is to come; undefined where the instant is not stated. */
export const daysSince = (instant: string, now: string): number | undefined =>
  instant === '' ? undefined : (Date.parse(now) - Date.parse(instant)) / day;
