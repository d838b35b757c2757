import type { KindMap } from '../../model/resource';
import { closes, defineEdge, seen, type Move } from '../defineEdge';
import { inNetwork, reaches, runsOn } from '../states';

const networkOf = (subnetId: string): string => /^(.+)\/subnets\/[^/]+$/.exec(subnetId)?.[1] ?? '';

function joins(host: { id: string; name: string }, subnetId: string): readonly Move[] {
  const network = networkOf(subnetId);
  if (!network) return [];
  return [
    {
      from: [runsOn(host.id)],
      to: inNetwork(network),
      cost: 0,
      certainty: 'certain',
      closedBy: [],
      tell: () => ({ says: `${host.name} stands in the network.`, evidence: [seen(host, 'subnet', subnetId)] }),
    },
  ];
}

/** Approved connections only: the endpoint's subnet stands in the network. */
const through = (one: KindMap['privateEndpoint']): readonly Move[] =>
  one.connections
    .filter(({ status }) => status === 'Approved' && networkOf(one.subnetId) !== '')
    .map(({ targetId }) => ({
      from: [inNetwork(networkOf(one.subnetId))],
      to: reaches(targetId),
      closedBy: [closes('segment-network', one.id)],
      tell: () => ({
        says: `The network reaches it through the private endpoint ${one.name}.`,
        evidence: [
          seen(one, 'subnet', one.subnetId),
          seen(one, 'privateLinkServiceConnectionState.status', 'Approved'),
        ],
      }),
    }));

const firewalled = ['aiAccount', 'searchService', 'storageAccount', 'keyVault', 'cosmosAccount'] as const;

export default defineEdge({
  kind: 'network-reaches',
  reads: [...firewalled, 'privateEndpoint', 'compute', 'webApp', 'networkInterface'],
  atlas: ['AML.T0075'],
  cost: 20,
  certainty: 'likely',
  fix: 'Part the network, and put a security group on the subnet of the private endpoint.',
  draw: (tenant) => [
    ...tenant.all('privateEndpoint').flatMap(through),
    ...tenant.all('compute').flatMap((one) => joins(one, one.subnetId)),
    ...tenant.all('webApp').flatMap((one) => joins(one, one.subnetId)),
    ...tenant
      .all('networkInterface')
      .flatMap((card) =>
        card.subnetIds.flatMap((subnet) => joins({ id: card.virtualMachineId, name: card.name }, subnet)),
      ),
    ...firewalled.flatMap((kind) =>
      tenant.all(kind).flatMap((one) =>
        [...new Set(one.network.virtualNetworkRules.map(networkOf))].filter(Boolean).map((network): Move => ({
          from: [inNetwork(network)],
          to: reaches(one.id),
          closedBy: [closes('close-network', one.id)],
          tell: () => ({
            says: `${one.name} lets a subnet of that network in.`,
            evidence: [seen(one, 'networkAcls.virtualNetworkRules', network)],
          }),
        })),
      ),
    ),
  ],
});
