import type { Identity } from '../../model/resource';
import { closes, defineEdge, seen, type Move } from '../defineEdge';
import { actsAs, runsOn } from '../states';

const hosts = [
  ...(['compute', 'onlineEndpoint', 'batchEndpoint', 'containerApp', 'containerGroup', 'webApp'] as const),
  ...(['virtualMachine', 'vmScaleSet', 'logicApp'] as const),
] as const;

interface Host {
  readonly id: string;
  readonly name: string;
  readonly identity: Identity;
}

const as = (host: Host, principalId: string, property: string): Move => ({
  from: [runsOn(host.id)],
  to: actsAs(principalId),
  closedBy: [closes('drop-identity', host.id)],
  tell: () => ({
    says: `Code on ${host.name} acts as the identity of ${host.name}.`,
    evidence: [seen(host, property, principalId)],
  }),
});

export default defineEdge({
  kind: 'compute-runs-as',
  reads: [...hosts, 'managedCluster'],
  atlas: ['AML.T0091.000'],
  cost: 20,
  fix: 'Give the identity only what the host needs.',
  draw: (tenant) => [
    ...hosts
      .flatMap((kind): readonly Host[] => tenant.all(kind))
      .flatMap((host) => [
        ...(host.identity.principalId ? [as(host, host.identity.principalId, 'identity.principalId')] : []),
        ...host.identity.userAssignedPrincipalIds.map((id) => as(host, id, 'identity.userAssignedIdentities')),
      ]),
    ...tenant
      .all('managedCluster')
      .filter(({ kubeletPrincipalId }) => kubeletPrincipalId !== '')
      .map((one) => as(one, one.kubeletPrincipalId, 'identityProfile.kubeletidentity.objectId')),
  ],
});
