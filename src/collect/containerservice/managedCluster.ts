import type { ManagedCluster } from '../../model/workloads';
import { base, toIdentity } from '../base';
import { idAt, isTrue, part, parts, text, texts, whole } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { workloadsQuery } from '../queries';
import { hasGpu } from '../../model/machines';
import { told } from '../workloads/workload';

/** A cluster: node pools and how it is reached. Azure shows nothing of its pods. */
export function toManagedCluster(body: Body): ManagedCluster {
  const properties = part(body, 'properties');
  const fixed = base('managedCluster', body);
  const pools = parts(properties, 'agentPoolProfiles').map((pool) => ({
    name: text(pool, 'name'),
    vmSize: text(pool, 'vmSize'),
    count: whole(pool, 'count'),
  }));
  const signals = pools
    .filter(({ vmSize }) => hasGpu(vmSize))
    .map(({ name, vmSize }) => ({ signal: 'gpu', place: `agentPoolProfiles[${name}].vmSize`, what: vmSize }) as const);
  return {
    ...fixed,
    ...told(fixed, signals, []),
    identity: toIdentity(body),
    pools,
    kubeletPrincipalId: idAt(properties, 'identityProfile', 'kubeletidentity', 'objectId'),
    privateApi: isTrue(properties, 'apiServerAccessProfile', 'enablePrivateCluster'),
    allowedRanges: texts(properties, 'apiServerAccessProfile', 'authorizedIPRanges'),
    localAccountsDisabled: isTrue(properties, 'disableLocalAccounts'),
    workloadIdentity: isTrue(properties, 'securityProfile', 'workloadIdentity', 'enabled'),
  };
}

export default surveyCollector({
  kind: 'managedCluster',
  permissions: ['Microsoft.ContainerService/managedClusters/read'],
  query: workloadsQuery,
  types: ['microsoft.containerservice/managedclusters'],
  convert: (row) => ({ resource: toManagedCluster(row) }),
});
