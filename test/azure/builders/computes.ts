import type { ArmBody } from '../tenant';
import type { Overrides } from './body';
import type { Switch } from './intent';
import { childOf, guid, merged, systemData, tenantId } from './body';
import { intend } from './intent';

export interface ComputeOptions {
  readonly computeType?: 'ComputeInstance' | 'AmlCompute' | 'AKS' | 'Kubernetes';
  /** SSH from the internet: of an instance, or of the nodes of a cluster. `notSpecified` exists on clusters only. */
  readonly ssh?: Switch | 'notSpecified';
  readonly localAuth?: Switch;
}

const word: Record<Switch | 'notSpecified', string | undefined> = {
  off: 'Disabled',
  on: 'Enabled',
  notSpecified: 'NotSpecified',
  absent: undefined,
};

function instance(ssh: ComputeOptions['ssh'] = 'off'): Record<string, unknown> {
  return {
    vmSize: 'STANDARD_DS3_V2',
    subnet: null,
    applicationSharingPolicy: 'Personal',
    computeInstanceAuthorizationType: 'personal',
    ...(ssh === 'absent'
      ? {}
      : { sshSettings: { sshPublicAccess: word[ssh], adminUserName: 'azureuser', sshPort: 50000 } }),
    osImageMetadata: { isLatestOsImageVersion: true, currentImageVersion: '24.10.1', latestImageVersion: '24.10.1' },
    createdBy: { userId: guid('user maren'), userOrgId: tenantId, userName: 'Maren Holt' },
    lastOperation: {
      operationName: 'Start',
      operationTime: '2026-11-18T07:10:00.000Z',
      operationStatus: 'Succeeded',
      operationTrigger: 'User',
    },
    idleTimeBeforeShutdown: 'PT60M',
    enableNodePublicIp: false,
    state: 'Running',
    errors: null,
    setupScripts: null,
  };
}

function cluster(ssh: ComputeOptions['ssh'] = 'off'): Record<string, unknown> {
  return {
    osType: 'Linux',
    vmSize: 'STANDARD_NC6S_V3',
    vmPriority: 'Dedicated',
    isolatedNetwork: false,
    scaleSettings: { minNodeCount: 0, maxNodeCount: 4, nodeIdleTimeBeforeScaleDown: 'PT5M' },
    subnet: null,
    ...(ssh === 'absent' ? {} : { remoteLoginPortPublicAccess: word[ssh] }),
    enableNodePublicIp: false,
    allocationState: 'Steady',
    allocationStateTransitionTime: '2026-11-18T07:10:00.000Z',
    currentNodeCount: 0,
    targetNodeCount: 0,
    nodeStateCounts: {
      idleNodeCount: 0,
      runningNodeCount: 0,
      preparingNodeCount: 0,
      unusableNodeCount: 0,
      leavingNodeCount: 0,
      preemptedNodeCount: 0,
    },
    errors: null,
  };
}

const innerOf: Record<string, (ssh: ComputeOptions['ssh']) => Record<string, unknown>> = {
  ComputeInstance: instance,
  AmlCompute: cluster,
  AKS: () => ({
    agentCount: 3,
    agentVmSize: 'Standard_D3_v2',
    clusterPurpose: 'FastProd',
    loadBalancerType: 'InternalLoadBalancer',
  }),
  Kubernetes: () => ({ namespace: 'azureml', defaultInstanceType: 'cpu', instanceTypes: {} }),
};

const safeCompute = { computeType: 'ComputeInstance', ssh: 'off', localAuth: 'off' } as const;

const clusterId = (id: string, name: string): string =>
  `${id.split('/providers/')[0] ?? ''}/providers/Microsoft.ContainerService/managedClusters/aks-${name}`;

/** workspaces/computes; no SSH from outside and no local auth unless told otherwise. */
export function compute(workspace: ArmBody, name: string, options: ComputeOptions = {}, over?: Overrides): ArmBody {
  const { computeType, ssh, localAuth } = { ...safeCompute, ...options };
  const child = childOf(workspace, 'computes', name);
  const attached = ['AKS', 'Kubernetes'].includes(computeType);
  const body = merged(
    {
      ...child,
      location: workspace['location'] as string,
      tags: null,
      identity: { type: 'SystemAssigned', principalId: guid(child.id), tenantId },
      systemData: systemData(child.id),
      properties: {
        computeType,
        computeLocation: workspace['location'],
        description: null,
        provisioningState: 'Succeeded',
        createdOn: '2026-03-02T10:00:00.000Z',
        modifiedOn: '2026-11-18T07:10:00.000Z',
        provisioningErrors: null,
        isAttachedCompute: attached,
        resourceId: attached ? clusterId(workspace.id, name) : null,
        ...(localAuth === 'absent' ? {} : { disableLocalAuth: localAuth === 'off' }),
        properties: innerOf[computeType]?.(ssh),
      },
    },
    over,
  );
  return intend(body, { kind: 'compute', computeType, ssh });
}
