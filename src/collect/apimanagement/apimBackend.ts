import type { ApimBackend } from '../../model/platforms';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { at, entries, idAt, isNotFalse, list, part, parts } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';
import { exposedIn, exposedSecrets, readablesIn } from '../secrets/exposed';
import { hostAt, schemeAt } from '../url';

function toCredentials(properties: Body): ApimBackend['credentials'] {
  const held = part(properties, 'credentials');
  const filled = {
    managedIdentity: entries(held, 'managedIdentity').length > 0,
    certificate: list(held, 'certificateIds').length + list(held, 'certificate').length > 0,
    authorization: at(held, 'authorization') !== undefined,
    header: entries(held, 'header').length > 0,
    query: entries(held, 'query').length > 0,
  };
  return (Object.keys(filled) as (keyof typeof filled)[]).filter((kind) => filled[kind]);
}

/**
 * A backend of the gateway: where it leads and whether credentials are held, never which. Absent `tls` flags = true: the gateway
 * validates (reference of Microsoft.ApiManagement/service/backends, 2024-05-01).
 */
export function toApimBackend(body: Body, service?: Resource): ApimBackend {
  const properties = part(body, 'properties');
  const shown = readablesIn(at(properties, 'credentials'), 'credentials');
  return {
    ...base('apimBackend', body, service),
    ...exposedSecrets(exposedIn([...shown, ...readablesIn(at(properties, 'url'), 'url')], true)),
    host: hostAt(properties, 'url'),
    scheme: schemeAt(properties, 'url'),
    validateCertificateChain: isNotFalse(properties, 'tls', 'validateCertificateChain'),
    validateCertificateName: isNotFalse(properties, 'tls', 'validateCertificateName'),
    credentials: toCredentials(properties),
    members: parts(properties, 'pool', 'services')
      .map((member) => idAt(member, 'id').replace(/^.*\//, ''))
      .filter(Boolean),
  };
}

export default childCollector({
  kind: 'apimBackend',
  parents: ['apimService'],
  permissions: ['Microsoft.ApiManagement/service/backends/read'],
  read: (azure, service) => azure.list(`${service.id}/backends`, versionOf('microsoft.apimanagement/service/backends')),
  convert: (body, service) => ({ resource: toApimBackend(body, service) }),
});
