import type { Body } from '../../src/collect/collector';
import { group, workspaceId, workspaceRaw } from './bodies';
import { absent, fails, passes, row, spared, table, unsure, values } from './table';

const shared = 'mlcompute-ci-shared-apps-or-root';
const image = 'mlcompute-latest-os-image';
const stale = 'mlcompute-ci-stale';
const idle = 'mlcompute-idle-shutdown';
const size = 'mlcompute-vm-size-allowed';
const series = 'mlcompute-vm-series-supported';
const scale = 'mlcompute-scale-bounded';
const attached = 'mlcompute-aks-attached-only';

const inner = 'properties.properties';
const compute = (computeType: string, properties: Body, more: Body = {}): Body => ({
  id: `${workspaceId}/computes/c1`,
  name: 'c1',
  location: 'norwayeast',
  properties: { computeType, disableLocalAuth: true, provisioningState: 'Succeeded', properties, ...more },
});
const script: Body = { scriptSource: 'inline', scriptData: 'ZWNobyBoZWk=' };
const sizes = { policy: { allowedVmSizes: ['STANDARD_D4S_V5'] } };

const instances = table(
  'compute instance, hygiene',
  {
    kind: 'compute',
    under: workspaceId,
    body: compute('ComputeInstance', {
      vmSize: 'STANDARD_D4S_V5',
      applicationSharingPolicy: 'Personal',
      idleTimeBeforeShutdown: 'PT30M',
      osImageMetadata: { currentImageVersion: '26.11.01', isLatestOsImageVersion: true },
      lastOperation: { operationName: 'Start', operationStatus: 'Succeeded', operationTime: '2026-11-20T08:00:00Z' },
      state: 'Running',
    }),
    around: [workspaceRaw],
    ...sizes,
    labels: { ...passes(shared, image, stale, idle, size, series), ...spared(scale, attached) },
  },
  values(`${inner}.applicationSharingPolicy`, ['Shared', 'shared', absent, null, '', 'Everyone2027'], fails(shared)),
  values(`${inner}.applicationSharingPolicy`, ['personal'], {}),
  values(
    `${inner}.setupScripts`,
    [{ scripts: { startupScript: script } }, { scripts: { creationScript: script } }],
    fails(shared),
  ),
  values(`${inner}.customServices`, [[{ name: 'rstudio', image: { reference: 'x/y:1' } }]], fails(shared)),
  values(`${inner}.osImageMetadata.isLatestOsImageVersion`, [false], fails(image)),
  values(`${inner}.osImageMetadata`, [absent, null, {}], unsure(image)),
  values(`${inner}.lastOperation.operationTime`, ['2026-10-01T00:00:00Z', '2026-10-25T05:59:59Z'], fails(stale)),
  values(`${inner}.lastOperation.operationTime`, ['2026-10-25T06:00:00Z'], {}),
  values(`${inner}.idleTimeBeforeShutdown`, [absent, null, ''], fails(idle)),
  values(`${inner}.vmSize`, ['STANDARD_ND96ISR_H100_V5'], fails(size)),
  values(`${inner}.vmSize`, ['Standard_D4s_v5'], {}),
  values(`${inner}.vmSize`, ['STANDARD_NC6', 'STANDARD_NC6_PROMO', 'Standard_NC12_Promo'], fails(size, series)),
  row('no list of sizes', {}, spared(size), { policy: { allowedVmSizes: [] } }),
);

const settings = `${inner}.scaleSettings`;
const clusters = table(
  'cluster, size',
  {
    kind: 'compute',
    under: workspaceId,
    body: compute('AmlCompute', {
      vmSize: 'STANDARD_D4S_V5',
      scaleSettings: { minNodeCount: 0, maxNodeCount: 10, nodeIdleTimeBeforeScaleDown: 'PT2M' },
    }),
    around: [workspaceRaw],
    ...sizes,
    labels: { ...passes(scale, size, series), ...spared(shared, image, stale, idle, attached) },
  },
  values(`${settings}.maxNodeCount`, [11, 400], fails(scale)),
  values(`${settings}.maxNodeCount`, [0, 1], {}),
  values(`${settings}.minNodeCount`, [1, 10], fails(scale)),
  values(`${settings}.nodeIdleTimeBeforeScaleDown`, ['PT15M', 'PT900S', 'PT0S', absent, null, '', 'soon'], {}),
  values(`${settings}.nodeIdleTimeBeforeScaleDown`, ['PT15M1S', 'PT1H', 'P1D'], fails(scale)),
  row('fewer nodes than the policy allows', {}, fails(scale), { policy: { maxClusterNodes: 9 } }),
);

const aks = table(
  'Kubernetes',
  {
    kind: 'compute',
    under: workspaceId,
    body: compute(
      'AKS',
      { agentVmSize: 'STANDARD_D4S_V5' },
      { resourceId: `${group}/providers/Microsoft.ContainerService/managedClusters/aks` },
    ),
    around: [workspaceRaw],
    labels: passes(attached),
  },
  values('properties.resourceId', [absent, null, ''], fails(attached)),
  values('properties.computeType', ['aks'], {}),
);

export const mlComputeOptional = [...instances, ...clusters, ...aks];
