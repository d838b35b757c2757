import type { Body } from './collector';
import { recognise } from './secretForms';

/** Stands where Azure had a value that is unmistakably a secret. */
export const removed = '(secret removed)';

/** The text itself, or a mark in its place when it holds a secret: nothing that reads a body may skip this. */
export const withoutSecret = (value: string): string => (recognise(value) ? removed : value);

export const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function property(value: unknown, name: string): unknown {
  if (!isBody(value)) return undefined;
  if (Object.hasOwn(value, name)) return value[name];
  const wanted = name.toLowerCase();
  const key = Object.keys(value).find((candidate) => candidate.toLowerCase() === wanted);
  return key === undefined ? undefined : value[key];
}

/** The raw value at a path; names compare without case where the exact one is missing. Null is absent. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce(property, value) ?? undefined;
}

/** The string at a path without its secrets; '' when absent or not a string. */
export function text(value: unknown, ...path: readonly string[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' ? withoutSecret(found) : '';
}

/** The string at a path, or `absent` where there is none or an empty one. */
export const textOr = (absent: string, value: unknown, ...path: readonly string[]): string =>
  text(value, ...path) || absent;

/** An id at a path: lower-case, no slash at its end; '' when absent. */
export const idAt = (value: unknown, ...path: readonly string[]): string =>
  text(value, ...path)
    .trim()
    .toLowerCase()
    .replace(/\/+$/, '');

/** The boolean at a path; undefined unless it is true or false itself. */
export function flag(value: unknown, ...path: readonly string[]): boolean | undefined {
  const found = at(value, ...path);
  return typeof found === 'boolean' ? found : undefined;
}

/** True only where Azure says true: for properties whose absence means false. */
export const isTrue = (value: unknown, ...path: readonly string[]): boolean => flag(value, ...path) === true;

/** False only where Azure says false: for properties whose absence means true. */
export const isNotFalse = (value: unknown, ...path: readonly string[]): boolean => flag(value, ...path) !== false;

/** The boolean at a path, null when absent: for properties without a documented default. */
export const flagOrNull = (value: unknown, ...path: readonly string[]): boolean | null => flag(value, ...path) ?? null;

/** The whole number at a path; null when absent, a fraction or text. */
export function whole(value: unknown, ...path: readonly string[]): number | null {
  const found = at(value, ...path);
  return Number.isSafeInteger(found) ? (found as number) : null;
}

/** The instant at a path as ISO 8601 in UTC; '' when absent or no date. */
export function instant(value: unknown, ...path: readonly string[]): string {
  const time = Date.parse(text(value, ...path));
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}

/** The object at a path; empty when absent or something else. */
export function part(value: unknown, ...path: readonly string[]): Body {
  const found = at(value, ...path);
  return isBody(found) ? found : {};
}

/** The array at a path; empty when absent or something else. */
export function list(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? (found as unknown[]) : [];
}

/** The objects of the array at a path. */
export const parts = (value: unknown, ...path: readonly string[]): readonly Body[] =>
  list(value, ...path).filter(isBody);

/** The strings of the array at a path. */
export const texts = (value: unknown, ...path: readonly string[]): readonly string[] =>
  list(value, ...path)
    .filter((entry): entry is string => typeof entry === 'string' && entry !== '')
    .map(withoutSecret);

/** Names of the object at a path, secrets removed, with their values as they came. */
export const entries = (value: unknown, ...path: readonly string[]): readonly (readonly [string, unknown])[] =>
  Object.entries(part(value, ...path)).map(([name, entry]) => [withoutSecret(name), entry]);

/** The string values of the object at a path. */
export const textMap = (value: unknown, ...path: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    entries(value, ...path)
      .filter((entry): entry is readonly [string, string] => typeof entry[1] === 'string')
      .map(([name, entry]) => [name, withoutSecret(entry)]),
  );

const spelled = (known: readonly string[], given: string): string | undefined =>
  known.find((word) => word.toLowerCase() === given.toLowerCase());

/** A closed list of words: `known` without case, `absent` where Azure leaves it out, 'Unrecognised' for any other value. */
export function oneOf<T extends string>(
  known: readonly T[],
  absent: T | 'Unrecognised',
  value: unknown,
  ...path: readonly string[]
): T | 'Unrecognised' {
  const found = at(value, ...path);
  if (found === undefined || found === '') return absent;
  return ((typeof found === 'string' && spelled(known, found)) || 'Unrecognised') as T | 'Unrecognised';
}

/** An open list of words: `known` ones in their own spelling, others as given, `absent` where Azure leaves it out. */
export function word(known: readonly string[], absent: string, value: unknown, ...path: readonly string[]): string {
  const given = text(value, ...path);
  return given ? (spelled(known, given) ?? given) : absent;
}
