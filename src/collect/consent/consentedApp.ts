import type { AiSignal } from '../../model/aiSignal';
import type { ConsentedApp } from '../../model/consent';
import { at, idAt, isNotFalse, text, texts } from '../body';
import type { Body } from '../collector';
import { vendorOfApp, vendorOfHost, vendorOfName } from '../signals/aiVendors';
import { hostAt } from '../url';
import { permissionNames } from './permissionNames';

const named = (place: string, name: string): readonly AiSignal[] => {
  const vendor = vendorOfName(name);
  return vendor === undefined ? [] : [{ signal: 'vendorName', place, what: vendor }];
};

const hosted = (place: string, url: unknown): readonly AiSignal[] => {
  const host = hostAt(url);
  return vendorOfHost(host) === undefined ? [] : [{ signal: 'host', place, what: host }];
};

/** What speaks of an AI vendor. Home page and name are the publisher's own words; a reply URL is where tokens really go. */
function signalsOf(body: Body): readonly AiSignal[] {
  const appId = idAt(body, 'appId');
  const vendor = vendorOfApp(appId);
  return [
    ...(vendor === undefined ? [] : [{ signal: 'appId', place: 'appId', what: vendor } as const]),
    ...named('displayName', text(body, 'displayName')),
    ...named('verifiedPublisher', text(body, 'verifiedPublisher', 'displayName')),
    ...hosted('homepage', at(body, 'homepage')),
    ...texts(body, 'replyUrls').flatMap((url) => hosted('replyUrls', url)),
  ];
}

/**
 * A service principal of Microsoft Graph v1.0 as the model holds it, without its scopes; null for those of `ownTenants`, for managed identities
 * and for whatever shows no AI vendor. An absent owner counts as another organisation.
 */
export function toConsentedApp(body: Body, ownTenants: ReadonlySet<string>): ConsentedApp | null {
  const aiSignals = signalsOf(body);
  const isOurs = ownTenants.has(idAt(body, 'appOwnerOrganizationId'));
  const type = text(body, 'servicePrincipalType').toLowerCase();
  if (aiSignals.length === 0 || isOurs || type === 'managedidentity') return null;
  const id = idAt(body, 'id');
  if (id === '') throw new Error('Microsoft Graph sent a service principal without an id');
  return {
    kind: 'consentedApp',
    id: `/serviceprincipals/${id}`,
    name: text(body, 'displayName') || id,
    ...{ subscriptionId: '', resourceGroup: '', location: '', tags: {} },
    appId: idAt(body, 'appId'),
    isEnabled: isNotFalse(body, 'accountEnabled'),
    aiSignals,
    scopes: [],
    forEveryone: false,
  };
}

const distinct = (scopes: readonly string[]): readonly string[] => [...new Set(scopes.filter(Boolean))].sort();

/** Lays consents (`oauth2PermissionGrants`) and granted application permissions (`appRoleAssignments`) over the application. */
export function withConsent(app: ConsentedApp, grants: readonly Body[], roles: readonly Body[]): ConsentedApp {
  const delegated = grants.flatMap((grant) => text(grant, 'scope').split(/\s+/));
  const granted = roles.map((role) => permissionNames[idAt(role, 'appRoleId')] ?? '(application permission)');
  const forAll = grants.some((grant) => text(grant, 'consentType').toLowerCase() === 'allprincipals');
  return { ...app, scopes: distinct([...delegated, ...granted]), forEveryone: forAll || granted.length > 0 };
}
