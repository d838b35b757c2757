import type { ApimPolicyFragment } from '../../model/platforms';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { childCollector } from '../collector';
import type { Body } from '../collector';
import { elementsOf } from './apimPolicy';
import { toPoliced } from './policyFacts';

/** A fragment that policies include; fragments do not nest (page on policy fragments). Throws ReadFailed where it cannot be read. */
export function toApimPolicyFragment(body: Body, service?: Resource): ApimPolicyFragment {
  const fixed = base('apimPolicyFragment', body, service);
  const elements = elementsOf(body).flatMap(({ name, children }) => (name === 'fragment' ? children : []));
  return { ...fixed, ...toPoliced(elements) };
}

export default childCollector({
  kind: 'apimPolicyFragment',
  parents: ['apimService'],
  permissions: ['Microsoft.ApiManagement/service/policyFragments/read'],
  read: (azure, service) =>
    azure.list(`${service.id}/policyFragments`, versionOf('microsoft.apimanagement/service/policyfragments')),
  convert: (body, service) => ({ resource: toApimPolicyFragment(body, service) }),
});
