import type { Principal } from '../model/governance';
import type { Body } from './collector';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const typeOf = (object: Body): Principal['principalType'] => {
  switch (text(object['@odata.type']).toLowerCase()) {
    case '#microsoft.graph.user':
      return 'User';
    case '#microsoft.graph.group':
      return 'Group';
    case '#microsoft.graph.serviceprincipal':
      return text(object['servicePrincipalType']).toLowerCase() === 'managedidentity'
        ? 'ManagedIdentity'
        : 'ServicePrincipal';
    default:
      return 'Unrecognised';
  }
};

const isGuest = (object: Body): boolean =>
  text(object['userType']).toLowerCase() === 'guest' ||
  text(object['userPrincipalName']).toUpperCase().includes('#EXT#');

/** A principal of which only the id is sure. */
export const unreadPrincipal = (id: string, known: 'deleted' | 'unread'): Principal => ({
  kind: 'principal',
  id,
  name: id,
  subscriptionId: '',
  resourceGroup: '',
  location: '',
  tags: {},
  known,
  principalType: 'Unrecognised',
  displayName: '',
  isGuest: false,
  appId: '',
  memberIds: null,
  credentials: [],
  ownerIds: [],
  isRoleAssignable: false,
});

/** A directory object of Microsoft Graph v1.0 as the model holds it, without members and credentials. */
export function toPrincipal(id: string, object: Body): Principal {
  const displayName = text(object['displayName']);
  return {
    ...unreadPrincipal(id, 'deleted'),
    name: displayName || id,
    known: 'known',
    principalType: typeOf(object),
    displayName,
    isGuest: isGuest(object),
    appId: text(object['appId']),
    isRoleAssignable: object['isAssignableToRole'] === true,
  };
}

export const isUser = (principal: Principal): boolean => principal.principalType === 'User';

export const withGuest = (principal: Principal, user: Body): Principal => ({ ...principal, isGuest: isGuest(user) });

const instant = (value: unknown): string => {
  const at = Date.parse(text(value));
  return Number.isNaN(at) ? '' : new Date(at).toISOString();
};

const rows = (value: unknown): readonly Body[] => (Array.isArray(value) ? (value as Body[]) : []);

/** Dates only: of `passwordCredentials` and `keyCredentials` nothing else is looked at. */
export function withCredentials(principal: Principal, holder: Body): Principal {
  const more = [...rows(holder['passwordCredentials']), ...rows(holder['keyCredentials'])].map((one) => ({
    startsAt: instant(one['startDateTime']),
    endsAt: instant(one['endDateTime']),
  }));
  const credentials = [...principal.credentials, ...more].sort((a, b) =>
    a.startsAt + a.endsAt < b.startsAt + b.endsAt ? -1 : 1,
  );
  return { ...principal, credentials };
}

/** Owners, each once, however many lists name them. */
export function withOwners(principal: Principal, list: Body): Principal {
  const ids = rows(list['value'])
    .map((owner) => text(owner['id']).toLowerCase())
    .filter(Boolean);
  return { ...principal, ownerIds: [...new Set([...principal.ownerIds, ...ids])].sort() };
}
