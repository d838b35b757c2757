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
  credentialStartedAt: '',
  credentialEndsAt: '',
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
  };
}

export const isUser = (principal: Principal): boolean => principal.principalType === 'User';

export const withGuest = (principal: Principal, user: Body): Principal => ({ ...principal, isGuest: isGuest(user) });

const dates = (lists: readonly unknown[], property: string): string[] =>
  lists
    .flatMap((list) => (Array.isArray(list) ? (list as Body[]) : []))
    .map((credential) => Date.parse(text(credential[property])))
    .filter((at) => !Number.isNaN(at))
    .sort((a, b) => a - b)
    .map((at) => new Date(at).toISOString());

/** Dates only: of `passwordCredentials` and `keyCredentials` nothing else is looked at. Azure renews those of managed identities itself. */
export function withCredentials(principal: Principal, servicePrincipal: Body): Principal {
  if (text(servicePrincipal['servicePrincipalType']).toLowerCase() === 'managedidentity')
    return { ...principal, principalType: 'ManagedIdentity' };
  const lists = [servicePrincipal['passwordCredentials'], servicePrincipal['keyCredentials']];
  return {
    ...principal,
    credentialStartedAt: dates(lists, 'startDateTime').at(-1) ?? '',
    credentialEndsAt: dates(lists, 'endDateTime')[0] ?? '',
  };
}
