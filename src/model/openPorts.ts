import type { Kind, KindMap } from './resource';
import type { InboundRule, NetworkSecurityGroup, VirtualMachine, VmScaleSet } from './workloads';

/** Finds resources of a kind: a rule's view, or a run. */
export interface Known {
  all<K extends Kind>(kind: K): readonly KindMap[K][];
}

/** Whether the first rule that names the port lets it in; Azure's own last rule denies what nobody allowed. */
const lets = (rules: readonly InboundRule[], port: number): boolean =>
  rules.find(({ ports }) => ports.some(([from, to]) => from <= port && port <= to))?.access === 'Allow';

interface Card {
  readonly subnetIds: readonly string[];
  readonly groupIds: readonly string[];
}

/** Groups on the card and on its subnets; each of them has to let a packet through. */
function guardsOf({ subnetIds, groupIds }: Card, known: Known): readonly NetworkSecurityGroup[] {
  const subnets = known.all('virtualNetwork').flatMap((network) => network.subnets);
  const onSubnets = subnets.filter(({ id }) => subnetIds.includes(id)).map((subnet) => subnet.networkSecurityGroupId);
  const ids = new Set([...groupIds, ...onSubnets].filter(Boolean));
  return known.all('networkSecurityGroup').filter(({ id }) => ids.has(id));
}

const publicCards = (machine: VirtualMachine | VmScaleSet, known: Known): readonly Card[] => {
  if (machine.kind === 'vmScaleSet')
    return machine.publicIp ? [{ subnetIds: machine.subnetIds, groupIds: machine.networkSecurityGroupIds }] : [];
  return known
    .all('networkInterface')
    .filter((card) => card.virtualMachineId === machine.id && card.publicIpIds.length > 0)
    .map((card) => ({ subnetIds: card.subnetIds, groupIds: [card.networkSecurityGroupId] }));
};

/**
 * Which of `ports` the internet reaches on a machine: it has a public address, and every group before it lets the port in. A public address
 * without any group is closed: the Standard kind, the only one since September 2025, lets nothing in by itself.
 */
export function openPorts(
  machine: VirtualMachine | VmScaleSet,
  ports: readonly number[],
  known: Known,
): readonly number[] {
  const guards = publicCards(machine, known).map((card) => guardsOf(card, known));
  return ports.filter((port) =>
    guards.some((groups) => groups.length > 0 && groups.every(({ fromInternet }) => lets(fromInternet, port))),
  );
}
