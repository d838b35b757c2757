import type { KindMap } from '../../model/resource';
import { closes, defineEdge, seen, type Move } from '../defineEdge';
import { callsThrough, internet, reaches } from '../states';
import type { Tenant } from '../tenant';
import { callable } from './key-opens';
import { accountBehind, policiesOf } from '../gateways';

type Reads =
  'apimService' | 'apimApi' | 'apimPolicy' | 'apimPolicyFragment' | 'apimBackend' | 'aiAccount' | 'deployment';

/** Nothing asks who calls: no key, no token. A policy that checks some calls is no open door that we can prove. */
function isOpen(api: KindMap['apimApi'], tenant: Tenant<Reads>): boolean {
  const validates = policiesOf(api, tenant).some(({ facts }) => facts.callerValidation !== 'never');
  return !api.subscriptionRequired && !validates;
}

const through = (api: KindMap['apimApi'], gateway: string, deployment: string, tenant: Tenant<Reads>): Move => ({
  from: [internet, reaches(gateway)],
  to: callsThrough(deployment),
  closedBy: [closes('validate-caller', api.id)],
  tell: () => ({
    says: `The API ${api.name} of ${tenant.nameOf(gateway)} asks nobody who he is, and calls the model itself.`,
    evidence: [seen(api, 'subscriptionRequired', false), seen(api, 'policy.callerValidation', 'never')],
  }),
});

export default defineEdge({
  kind: 'gateway-calls',
  reads: ['apimService', 'apimApi', 'apimPolicy', 'apimPolicyFragment', 'apimBackend', 'aiAccount', 'deployment'],
  atlas: ['AML.T0040'],
  cost: 20,
  fix: 'Let the gateway validate a token of the caller.',
  draw: (tenant) =>
    tenant
      .all('apimApi')
      .filter((api) => api.parentId !== undefined && isOpen(api, tenant))
      .flatMap((api) => {
        const account = accountBehind(api, tenant);
        return account ? callable(account, tenant).map((id) => through(api, api.parentId ?? '', id, tenant)) : [];
      }),
});
