import type { ApimSubscription } from '../../model/platforms';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { idAt, part, text } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';

/** The scope below the service, whether Azure writes a whole ARM id or only its end. */
const scopeBelow = (scope: string): string => {
  const below = scope.replace(/^.*\/providers\/microsoft\.apimanagement\/service\/[^/]+/, '');
  return below === '' || below.startsWith('/') ? below : `/${below}`;
};

/** A subscription to APIs: what its key opens. The keys are asked for nowhere and kept nowhere. */
export function toApimSubscription(body: Body, service?: Resource): ApimSubscription {
  const properties = part(body, 'properties');
  return {
    ...base('apimSubscription', body, service),
    scope: scopeBelow(idAt(properties, 'scope')),
    state: text(properties, 'state').toLowerCase(),
  };
}

export default childCollector({
  kind: 'apimSubscription',
  parents: ['apimService'],
  permissions: ['Microsoft.ApiManagement/service/subscriptions/read'],
  read: (azure, service) =>
    azure.list(`${service.id}/subscriptions`, versionOf('microsoft.apimanagement/service/subscriptions')),
  convert: (body, service) => ({ resource: toApimSubscription(body, service) }),
});
