import { whole } from '../body';

/** An instant that Key Vault writes in seconds since 1970, as ISO 8601; '' when absent or beyond what a date can hold. */
export function secondsAt(value: unknown, ...path: readonly string[]): string {
  const seconds = whole(value, ...path);
  return seconds === null || Math.abs(seconds) > 8_640_000_000_000 ? '' : new Date(seconds * 1000).toISOString();
}
