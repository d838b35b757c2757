import type { KindMap } from '../../model/resource';
import { defineEdge, seen, type Move } from '../defineEdge';
import { accountBehind } from '../gateways';
import { actsAs, can, readsPrompts, type State } from '../states';
import type { Tenant } from '../tenant';

type Reads = 'apimService' | 'apimApi' | 'apimPolicy' | 'apimPolicyFragment' | 'apimBackend' | 'aiAccount';

const edits = (gateway: KindMap['apimService'], to: State, says: string): Move => ({
  from: [can('gateway.edit', gateway.id)],
  to,
  closedBy: [],
  tell: () => ({ says, evidence: [seen(gateway, 'ability', 'gateway.edit')] }),
});

function ofGateway(gateway: KindMap['apimService'], tenant: Tenant<Reads>): readonly Move[] {
  const accounts = new Set(tenant.below(gateway, 'apimApi').flatMap((api) => accountBehind(api, tenant)?.id ?? []));
  const identities = [gateway.identity.principalId ?? '', ...gateway.identity.userAssignedPrincipalIds].filter(Boolean);
  return [
    ...[...accounts].map((id) =>
      edits(gateway, readsPrompts(id), `Sends every prompt that passes ${gateway.name} to a place of its own.`),
    ),
    ...identities.map((id) => edits(gateway, actsAs(id), `Lets ${gateway.name} send it tokens of its identity.`)),
  ];
}

export default defineEdge({
  kind: 'controls-gateway',
  reads: ['apimService', 'apimApi', 'apimPolicy', 'apimPolicyFragment', 'apimBackend', 'aiAccount'],
  atlas: ['AML.T0055', 'AT:T1557'],
  cost: 223,
  fix: 'Let few change the gateway, and keep named values in a vault.',
  draw: (tenant) => tenant.all('apimService').flatMap((gateway) => ofGateway(gateway, tenant)),
});
