import type { Principal } from '../model/governance';
import type { Body } from './collector';
import { isUser, withCredentials, withGuest, withOwners } from './principal';

export const directoryRight = 'Microsoft Graph Directory.Read.All';
const applicationRight = 'Microsoft Graph Application.Read.All';
export const groupRight = 'Microsoft Graph GroupMember.Read.All';

/** One more read about a principal. `absent`: what a 404 means, where it is no failure. */
export interface Detail {
  readonly concerns: (principal: Principal, object: Body | undefined) => boolean;
  readonly path: (principal: Principal) => string;
  readonly apply: (principal: Principal, body: Body) => Principal;
  readonly property: keyof Principal;
  readonly permission: string;
  readonly absent?: string;
}

const is =
  (type: Principal['principalType']) =>
  ({ principalType, known }: Principal): boolean =>
    principalType === type && known === 'known';
const isApplication = (principal: Principal): boolean => is('ServicePrincipal')(principal) && principal.appId !== '';

const held = '$select=id,appId,keyCredentials,passwordCredentials';
const ids = '$select=id&$top=100';
const registration = ({ appId }: Principal): string => `/applications(appId='${encodeURIComponent(appId)}')`;
const elsewhere = 'its application is registered in another tenant, which keeps its credentials and owners';

const credentials = { apply: withCredentials, property: 'credentials', permission: applicationRight } as const;
const owners = { apply: withOwners, property: 'ownerIds', permission: applicationRight } as const;

/** Secrets and owners hang on the application, on its service principal, or on both. */
export const details: readonly Detail[] = [
  {
    // Not among the properties that every answer holds; an invited name (`#EXT#`) settles it without a further read.
    concerns: (principal, object) => !principal.isGuest && isUser(principal) && object?.['userType'] === undefined,
    path: ({ id }) => `/users/${id}?$select=id,userType,userPrincipalName`,
    ...{ apply: withGuest, property: 'isGuest', permission: directoryRight },
  },
  { ...credentials, concerns: is('ServicePrincipal'), path: ({ id }) => `/servicePrincipals/${id}?${held}` },
  {
    ...credentials,
    concerns: isApplication,
    path: (principal) => `${registration(principal)}?${held}`,
    absent: elsewhere,
  },
  { ...owners, concerns: is('ServicePrincipal'), path: ({ id }) => `/servicePrincipals/${id}/owners?${ids}` },
  {
    ...owners,
    concerns: isApplication,
    path: (principal) => `${registration(principal)}/owners?${ids}`,
    absent: elsewhere,
  },
  { ...owners, permission: groupRight, concerns: is('Group'), path: ({ id }) => `/groups/${id}/owners?${ids}` },
];
