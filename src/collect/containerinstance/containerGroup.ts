import type { AiSignal } from '../../model/aiSignal';
import type { ContainerGroup } from '../../model/workloads';
import { base, toIdentity } from '../base';
import { part, parts, text, whole } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { workloadsQuery } from '../queries';
import { aiPorts } from '../../model/machines';
import { hostAt } from '../url';
import { toContainers } from '../workloads/container';
import { told } from '../workloads/workload';

function platformSignals({
  publicIp,
  ports,
  gpu,
}: Pick<ContainerGroup, 'publicIp' | 'ports' | 'gpu'>): readonly AiSignal[] {
  const what = ports.map((port) => aiPorts[port]).find((name) => name !== undefined);
  return [
    ...(what && publicIp ? [{ signal: 'port', place: 'ipAddress.ports', what } as const] : []),
    ...(gpu ? [{ signal: 'gpu', place: 'containers.resources.requests.gpu', what: gpu } as const] : []),
  ];
}

/** A container group; Azure never returns `secureValue` of its variables. */
export function toContainerGroup(body: Body): ContainerGroup {
  const properties = part(body, 'properties');
  const fixed = base('containerGroup', body);
  const all = ['containers', 'initContainers'].flatMap((list) =>
    toContainers(properties, [list], { inner: 'properties', variables: 'environmentVariables' }),
  );
  const network = {
    publicIp: text(properties, 'ipAddress', 'type').toLowerCase() === 'public',
    ports: parts(properties, 'ipAddress', 'ports').flatMap((one) => whole(one, 'port') ?? []),
    gpu:
      parts(properties, 'containers')
        .map((one) => text(one, 'properties', 'resources', 'requests', 'gpu', 'sku'))
        .find(Boolean) ?? '',
  };
  return {
    ...fixed,
    ...told(
      fixed,
      [...all.flatMap((one) => one.signals), ...platformSignals(network)],
      all.map(({ block }) => block),
    ),
    identity: toIdentity(body),
    containers: all.map(({ container }) => container),
    ...network,
    host: hostAt(properties, 'ipAddress', 'fqdn'),
  };
}

export default surveyCollector({
  kind: 'containerGroup',
  permissions: ['Microsoft.ContainerInstance/containerGroups/read'],
  query: workloadsQuery,
  types: ['microsoft.containerinstance/containergroups'],
  convert: (row) => ({ resource: toContainerGroup(row) }),
});
