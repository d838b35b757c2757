import type { ApimNamedValue } from '../../model/platforms';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { isTrue, part, text } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';

/** A named value: whether it is secret and lives in a vault. Its value never enters, secret or not. Absent `secret` = false. */
export function toApimNamedValue(body: Body, service?: Resource): ApimNamedValue {
  const properties = part(body, 'properties');
  return {
    ...base('apimNamedValue', body, service),
    tags: {},
    secret: isTrue(properties, 'secret'),
    inKeyVault: text(properties, 'keyVault', 'secretIdentifier') !== '',
  };
}

export default childCollector({
  kind: 'apimNamedValue',
  parents: ['apimService'],
  permissions: ['Microsoft.ApiManagement/service/namedValues/read'],
  read: (azure, service) =>
    azure.list(`${service.id}/namedValues`, versionOf('microsoft.apimanagement/service/namedvalues')),
  convert: (body, service) => ({ resource: toApimNamedValue(body, service) }),
});
