import type { Resource } from '../../model/resource';
import type { FederatedCredential } from '../../model/safeguards';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { text } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';

/** A federated credential of an identity. */
export const toFederatedCredential = (body: Body, identity?: Resource): FederatedCredential => ({
  ...base('federatedCredential', body, identity),
  issuer: text(body, 'properties', 'issuer'),
  subject: text(body, 'properties', 'subject'),
});

/** Costs one request for each user-assigned identity that an AI resource bears. */
export default childCollector({
  kind: 'federatedCredential',
  parents: ['managedIdentity'],
  permissions: ['Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/read'],
  read: (azure, identity) =>
    azure.list(
      `${identity.id}/federatedIdentityCredentials`,
      versionOf('microsoft.managedidentity/userassignedidentities/federatedidentitycredentials'),
    ),
  convert: (body, parent) => ({ resource: toFederatedCredential(body, parent) }),
});
