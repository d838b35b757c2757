import type { HttpRequest } from '@azure/functions';

/**
 * Who asks, for the record of decisions. App Service puts the name of the signed-in user into `x-ms-client-principal-name` and removes what
 * a caller put there, but only where its authentication is on; elsewhere the header is the caller's own word and is not believed.
 */
export function callerOf(request: HttpRequest, env: Readonly<Record<string, string | undefined>>): string {
  const trusted = (env['WEBSITE_AUTH_ENABLED'] ?? '').toLowerCase() === 'true';
  const name = trusted ? request.headers.get('x-ms-client-principal-name') : null;
  return name?.trim().slice(0, 200) || 'holder of a function key';
}
