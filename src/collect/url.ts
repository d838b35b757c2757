import { at, withoutSecret } from './body';

const url = /^([a-z][a-z0-9+.-]*):\/\/(?:[^/?#@]*@)?([^/?#:@]+)/i;
const bareHost = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

const raw = (value: unknown, path: readonly string[]): string => {
  const found = at(value, ...path);
  return typeof found === 'string' ? found.trim() : '';
};

/** Host of the URL or bare host name at a path: lower-case, no port, no user; '' when there is none. */
export function hostAt(value: unknown, ...path: readonly string[]): string {
  const given = raw(value, path);
  const host = url.exec(given)?.[2] ?? (bareHost.test(given) ? given : '');
  return withoutSecret(host).toLowerCase();
}

/** Scheme of the URL at a path, lower-case; '' when there is none. */
export const schemeAt = (value: unknown, ...path: readonly string[]): string =>
  withoutSecret(url.exec(raw(value, path))?.[1] ?? '').toLowerCase();

/** The URL with neither user nor query nor fragment, where shared access signatures stand. */
export const plainUrl = (given: string): string =>
  withoutSecret(given.replace(/[?#].*$/s, '').replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, '$1'));

/** The URL at a path as `plainUrl` leaves it; '' when absent. */
export const urlAt = (value: unknown, ...path: readonly string[]): string => plainUrl(raw(value, path));
