import type { KindMap } from '../model/resource';
import type { Tenant } from './tenant';

type Reads = 'apimApi' | 'apimPolicy' | 'apimPolicyFragment' | 'apimBackend' | 'aiAccount';

/** What an API's calls pass: its own policy, those of the service that it inherits, and their fragments. */
export function policiesOf(
  api: KindMap['apimApi'],
  tenant: Tenant<Reads>,
): readonly (KindMap['apimPolicy'] | KindMap['apimPolicyFragment'])[] {
  const service = { id: api.parentId ?? '' };
  const [own] = tenant.below(api, 'apimPolicy');
  const wider = own && !own.inherits ? [] : tenant.below(service, 'apimPolicy');
  const policies = [...(own ? [own] : []), ...wider];
  const named = new Set(policies.flatMap(({ fragments }) => fragments.map(({ name }) => name.toLowerCase())));
  const fragments = tenant.below(service, 'apimPolicyFragment').filter(({ name }) => named.has(name.toLowerCase()));
  return [...policies, ...fragments];
}

/** Hosts that the calls of an API go to: its own, those of its policies and of the backends that are named. */
function hostsOf(api: KindMap['apimApi'], tenant: Tenant<Reads>): readonly string[] {
  const policies = policiesOf(api, tenant);
  const names = new Set([...api.backendNames, ...policies.flatMap(({ backendNames }) => backendNames)]);
  const backends = tenant
    .below({ id: api.parentId ?? '' }, 'apimBackend')
    .filter(({ name }) => names.has(name.toLowerCase()));
  return [
    api.serviceHost,
    ...policies.flatMap(({ backendHosts }) => backendHosts),
    ...backends.map(({ host }) => host),
  ];
}

/** The AI account that answers behind an API; undefined where none of ours does. */
export const accountBehind = (api: KindMap['apimApi'], tenant: Tenant<Reads>): KindMap['aiAccount'] | undefined =>
  hostsOf(api, tenant)
    .map((host) => tenant.byId('aiAccount', tenant.ownerOfHost(host)))
    .find((account) => account !== undefined);
