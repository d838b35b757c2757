import type { Resource } from '../model/resource';
import { azureName } from './azureNames';
import { volatileProperties } from './volatile';

/** One property that differs; values as JSON text, '' where a side has none. `property` is a path with dots. */
export interface PropertyDiff {
  readonly property: string;
  readonly before: string;
  readonly after: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON with sorted keys and, for lists, sorted elements: order is never a change. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(',')}]`;
  if (!isRecord(value)) return value === undefined ? '' : JSON.stringify(value);
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`;
}

/** A list of named things is compared by name, so that one edited filter is told as that filter. */
function byName(value: unknown): unknown {
  if (!Array.isArray(value) || value.length === 0) return value;
  const names = value.map(nameOf);
  if (names.includes('') || new Set(names).size !== names.length) return value;
  return Object.fromEntries(value.map((element: unknown, index) => [names[index], element]));
}

function nameOf(element: unknown): string {
  if (!isRecord(element)) return '';
  const name = element['filter'] ?? element['name'];
  const source = element['source'];
  if (typeof name !== 'string') return '';
  return typeof source === 'string' && source ? `${name}/${source}` : name;
}

const empty = new Set(['', '""', '[]', '{}', 'null', 'false', '0']);

/** A property of the kind that the record of an older version lacks, and that is empty now: nothing came. Below it a name may say something. */
const isOnlyNew = (path: string, before: unknown, after: unknown): boolean =>
  path !== '' && !path.includes('.') && before === undefined && empty.has(canonical(after));

function walk(path: string, before: unknown, after: unknown): PropertyDiff[] {
  if (canonical(before) === canonical(after) || isOnlyNew(path, before, after)) return [];
  const [left, right] = [byName(before), byName(after)];
  if (!isRecord(left) || !isRecord(right))
    return [{ property: path, before: canonical(before), after: canonical(after) }];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
  return keys.flatMap((key) => walk(path ? `${path}.${key}` : key, own(left, key), own(right, key)));
}

/** A tag may be called `constructor`: what every object inherits is no value of Azure's. */
const own = (record: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(record, key) ? record[key] : undefined;

const isNamed = (property: string, names: readonly string[]): boolean =>
  names.some((name) => property === name || property.startsWith(`${name}.`));

/**
 * Properties of one resource that differ between two runs, in Azure's words, each once. Order of lists, volatile properties and those
 * the policy file ignores, by Azure's word or ours, are no difference.
 */
export function diffResource(
  before: Resource,
  after: Resource,
  ignoredProperties: readonly string[],
): readonly PropertyDiff[] {
  const volatile = [...(volatileProperties['*'] ?? []), ...(volatileProperties[after.kind] ?? [])];
  const told = walk('', before, after)
    .filter((diff) => !isNamed(diff.property, [...volatile, ...ignoredProperties]))
    .map((diff) => ({ ...diff, property: azureName(after.kind, diff.property) }))
    .filter((diff) => !isNamed(diff.property, ignoredProperties));
  // Two words of ours may be parts of one property of Azure's: host and scheme of a target.
  return told.filter((diff, at) => told.findIndex(({ property }) => property === diff.property) === at);
}
