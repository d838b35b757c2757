import { sha256 } from './canonical';

/** Any text as a part of a key: as it is where Azure takes it, else hashed. Never contains `!`, which parts keys. */
export const toKey = (text: string): string => (/^[\w.:-]{1,100}$/.test(text) ? text : `~${sha256(text)}`);

/** Key of a resource: the hash of its lower-cased ARM id, which may hold what keys may not. */
export const resourceKey = (id: string): string => sha256(id.toLowerCase());

const farthest = 9_999_999_999_999;

/** Milliseconds of an instant. Breaks on what is no ISO 8601 instant. */
export function toMillis(instant: string): number {
  const millis = Date.parse(instant);
  if (Number.isNaN(millis))
    throw new Error(`${JSON.stringify(instant)} is no instant: write it as 2026-01-31T06:00:00Z.`);
  return millis;
}

/** Thirteen digits that sort later instants first. */
export const invertedTime = (instant: string): string => String(farthest - toMillis(instant)).padStart(13, '0');
