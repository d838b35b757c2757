import type { GraphGroup, GraphObject } from '../tenant';
import { guid, tenantId } from './body';

/** A person of the tenant, or a guest of another one. */
export function user(displayName: string, guest = false): GraphObject {
  const name = displayName.toLowerCase().replaceAll(' ', '.');
  return {
    '@odata.type': '#microsoft.graph.user',
    id: guid(`user ${displayName}`),
    displayName,
    userPrincipalName: guest
      ? `${name}_partner.example#EXT#@haldenlogistics.example`
      : `${name}@haldenlogistics.example`,
    mail: null,
    userType: guest ? 'Guest' : 'Member',
    accountEnabled: true,
  };
}

/** A security group; groups may be members of each other in a circle. */
export function group(
  displayName: string,
  members: readonly string[] = [],
  owners: readonly string[] = [],
): GraphGroup {
  return {
    '@odata.type': '#microsoft.graph.group',
    id: guid(`group ${displayName}`),
    displayName,
    securityEnabled: true,
    mailEnabled: false,
    groupTypes: [],
    members: [...members],
    owners: [...owners],
  };
}

interface Credential {
  readonly startDateTime: string;
  readonly endDateTime: string;
}

const passwords = (text: string, credentials: readonly Credential[]): Record<string, unknown>[] =>
  credentials.map((credential, at) => ({
    ...credential,
    keyId: guid(`${text}${at}`),
    displayName: 'deploy',
    hint: null,
    secretText: null,
    customKeyIdentifier: null,
  }));

/** The service principal of a managed identity: `principalId` is what ARM shows on the resource. */
export function managedIdentity(principalId: string, displayName: string, resourceId: string): GraphObject {
  const key = {
    type: 'AsymmetricX509Cert',
    usage: 'Verify',
    keyId: guid(`${principalId}:key`),
    startDateTime: '2026-10-01T00:00:00Z',
    endDateTime: '2026-12-30T00:00:00Z',
  };
  return {
    '@odata.type': '#microsoft.graph.servicePrincipal',
    id: principalId,
    appId: guid(`${principalId}:app`),
    displayName,
    servicePrincipalType: 'ManagedIdentity',
    accountEnabled: true,
    appOwnerOrganizationId: null,
    alternativeNames: ['isExplicit=False', resourceId],
    keyCredentials: [key],
    passwordCredentials: [],
  };
}

/** An app registration and its service principal, with password credentials. */
export function application(
  displayName: string,
  credentials: readonly Credential[] = [],
): { application: GraphObject; servicePrincipal: GraphObject } {
  const appId = guid(`app ${displayName}`);
  const common = { appId, displayName, keyCredentials: [] };
  return {
    application: {
      ...common,
      '@odata.type': '#microsoft.graph.application',
      id: guid(`application ${displayName}`),
      signInAudience: 'AzureADMyOrg',
      passwordCredentials: passwords(displayName, credentials),
    },
    servicePrincipal: {
      ...common,
      '@odata.type': '#microsoft.graph.servicePrincipal',
      id: guid(`servicePrincipal ${displayName}`),
      servicePrincipalType: 'Application',
      accountEnabled: true,
      appOwnerOrganizationId: tenantId,
      passwordCredentials: [],
    },
  };
}

export interface ForeignApp {
  readonly appId?: string;
  readonly homepage?: string;
  readonly replyUrls?: readonly string[];
  /** Delegated scopes, parted by blanks. */
  readonly scope?: string;
  readonly forEveryone?: boolean;
  /** Ids of application permissions. */
  readonly roles?: readonly string[];
}

const consentsOf = (id: string, { scope, forEveryone = false }: ForeignApp): object[] =>
  scope === undefined
    ? []
    : [
        {
          ...{ id: guid(`${id} grant`), clientId: id, resourceId: guid('Microsoft Graph'), scope: ` ${scope}` },
          consentType: forEveryone ? 'AllPrincipals' : 'Principal',
          principalId: forEveryone ? null : guid('user Maren Holt'),
        },
      ];

/** The service principal of another organisation's application, with what was consented to. */
export function foreignApp(displayName: string, options: ForeignApp = {}): GraphObject {
  const id = guid(`foreign ${displayName}`);
  const { appId = guid(`foreign app ${displayName}`), homepage = null, replyUrls = [], roles = [] } = options;
  return {
    '@odata.type': '#microsoft.graph.servicePrincipal',
    ...{ id, appId, displayName, homepage, replyUrls, servicePrincipalType: 'Application', accountEnabled: true },
    appOwnerOrganizationId: guid(`organisation of ${displayName}`),
    verifiedPublisher: { displayName: null, verifiedPublisherId: null, addedDateTime: null },
    ...{ keyCredentials: [], passwordCredentials: [] },
    oauth2PermissionGrants: consentsOf(id, options),
    appRoleAssignments: roles.map((appRoleId) => ({
      ...{ id: guid(`${id} ${appRoleId}`), appRoleId, principalId: id, resourceId: guid('Microsoft Graph') },
    })),
  };
}
