import type { Tenant } from './tenant';

/** `"Data Science" (group, 214 members)`; the id where Graph told nothing. */
export function who(tenant: Tenant<'principal'>, principalId: string): string {
  const principal = tenant.byId('principal', principalId);
  if (principal?.known !== 'known') return `principal ${principalId}`;
  const members = principal.memberIds === null ? 'members not read' : `${principal.memberIds.length} members`;
  const type = principal.principalType === 'Group' ? `group, ${members}` : principal.isGuest ? 'guest' : '';
  return `"${principal.displayName}"${type ? ` (${type})` : ''}`;
}

/** What a scope is called in a sentence. */
export const scopeName = (tenant: Tenant<never>, scope: string): string =>
  /^\/subscriptions\/[^/]+$/.test(scope) ? `subscription ${tenant.nameOf(scope)}` : tenant.nameOf(scope);
