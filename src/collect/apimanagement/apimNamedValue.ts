import type { ApimNamedValue } from '../../model/platforms';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { at, isTrue, part, text } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';
import { exposedIn, exposedSecrets, readablesIn } from '../secrets/exposed';

/** A named value: whether it is secret and lives in a vault. Its value never enters, secret or not. Absent `secret` = false. */
export function toApimNamedValue(body: Body, service?: Resource): ApimNamedValue {
  const properties = part(body, 'properties');
  const fixed = base('apimNamedValue', body, service);
  const shown = readablesIn(at(properties, 'value'), 'value', text(properties, 'displayName') || fixed.name);
  return {
    ...fixed,
    ...exposedSecrets(exposedIn(shown, true)),
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
