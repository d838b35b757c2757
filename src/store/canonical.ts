import { createHash } from 'node:crypto';

const member = (name: string, value: unknown): string => `${JSON.stringify(name)}:${canonicalJson(value)}`;

/**
 * JSON with sorted member names: the same content gives the same text, whatever order it was built in. As in JSON.stringify,
 * undefined members are left out, undefined elements are null and `toJSON` speaks for an object. Arrays keep their order.
 */
export function canonicalJson(value: unknown): string {
  if (value === undefined) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if ('toJSON' in value && typeof value.toJSON === 'function') return canonicalJson(JSON.parse(JSON.stringify(value)));
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined && typeof inner !== 'function');
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, inner]) => member(name, inner)).join(',')}}`;
}

/** SHA-256 of the text's UTF-8 bytes as 43 characters of base64url, which may stand in a key. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Orders by code units, the same on every machine. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
