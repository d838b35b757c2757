import type { Compute } from '../../model/ml';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base, toIdentity } from '../base';
import { flagOrNull, idAt, instant, list, part, text, textOr, whole, word } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';
import { secondsOfDuration } from '../duration';
import { exposedIn, exposedSecrets, readablesIn, type Readable } from '../secrets/exposed';

const computeTypes = [
  'AKS',
  'AmlCompute',
  'ComputeInstance',
  'Kubernetes',
  'SynapseSpark',
  'VirtualMachine',
  'Databricks',
];

type InstanceOnly = Pick<
  Compute,
  | 'sshPublicAccess'
  | 'applicationSharingPolicy'
  | 'idleTimeBeforeShutdown'
  | 'isLatestOsImageVersion'
  | 'lastOperationAt'
  | 'createdByObjectId'
>;

/**
 * What compute instances alone have; empty on other types. Absent `sshPublicAccess` = Disabled and `applicationSharingPolicy` = Shared:
 * defaults of ComputeInstanceSshSettings and ComputeInstanceProperties, 2025-12-01.
 */
const toInstance = (inner: Body, isInstance: boolean): InstanceOnly => ({
  sshPublicAccess: word(['Enabled', 'Disabled'], isInstance ? 'Disabled' : '', inner, 'sshSettings', 'sshPublicAccess'),
  applicationSharingPolicy: word(['Personal', 'Shared'], isInstance ? 'Shared' : '', inner, 'applicationSharingPolicy'),
  idleTimeBeforeShutdown: text(inner, 'idleTimeBeforeShutdown'),
  isLatestOsImageVersion: flagOrNull(inner, 'osImageMetadata', 'isLatestOsImageVersion'),
  lastOperationAt: instant(inner, 'lastOperation', 'operationTime'),
  createdByObjectId: idAt(inner, 'createdBy', 'userId'),
});

/** Whether a script runs at creation or start; the script itself may hold secrets and is left out. */
const hasSetupScripts = (inner: Body): boolean =>
  ['creationScript', 'startupScript'].some(
    (script) => Object.keys(part(inner, 'setupScripts', 'scripts', script)).length > 0,
  );

type NodesOnly = Pick<Compute, 'vmSize' | 'subnetId' | 'minNodeCount' | 'maxNodeCount' | 'nodeIdleSeconds'>;

const toNodes = (inner: Body): NodesOnly => ({
  vmSize: textOr(text(inner, 'agentVmSize'), inner, 'vmSize'),
  subnetId: idAt(inner, 'subnet', 'id') || idAt(inner, 'aksNetworkingConfiguration', 'subnetId'),
  minNodeCount: whole(inner, 'scaleSettings', 'minNodeCount'),
  maxNodeCount: whole(inner, 'scaleSettings', 'maxNodeCount'),
  nodeIdleSeconds: secondsOfDuration(text(inner, 'scaleSettings', 'nodeIdleTimeBeforeScaleDown')),
});

/** Texts that readers see: setup scripts, base64 opened, and the services that run beside. */
const shownBy = (inner: Body): readonly Readable[] => [
  ...readablesIn(part(inner, 'setupScripts', 'scripts'), 'setupScripts').map((one) => ({
    ...one,
    value: one.place.endsWith('.scriptData') ? Buffer.from(one.value, 'base64').toString('utf8') : one.value,
  })),
  ...list(inner, 'customServices').flatMap((one) => readablesIn(part(one), `customServices[${text(one, 'name')}]`)),
];

/** A compute of a workspace, whatever its type. Access tokens, administrator accounts and script texts are left out. */
export function toCompute(body: Body, workspace?: Resource): Compute {
  const properties = part(body, 'properties');
  const inner = part(properties, 'properties');
  const computeType = word(computeTypes, '', properties, 'computeType');
  return {
    ...base('compute', body, workspace),
    ...exposedSecrets(exposedIn(shownBy(inner), true)),
    computeType,
    localAuthDisabled: flagOrNull(properties, 'disableLocalAuth'),
    ...toNodes(inner),
    enableNodePublicIp: flagOrNull(inner, 'enableNodePublicIp'),
    remoteLoginPortPublicAccess: word(
      ['Enabled', 'Disabled', 'NotSpecified'],
      '',
      inner,
      'remoteLoginPortPublicAccess',
    ),
    ...toInstance(inner, computeType === 'ComputeInstance'),
    hasSetupScripts: hasSetupScripts(inner),
    hasCustomServices: list(inner, 'customServices').length > 0,
    identity: toIdentity(body),
    state: text(inner, 'state') || text(inner, 'allocationState') || text(properties, 'provisioningState'),
    attachedResourceId: idAt(properties, 'resourceId'),
  };
}

export default childCollector({
  kind: 'compute',
  parents: ['mlWorkspace'],
  permissions: ['Microsoft.MachineLearningServices/workspaces/computes/read'],
  read: (azure, workspace) =>
    azure.list(`${workspace.id}/computes`, versionOf('microsoft.machinelearningservices/workspaces/computes')),
  convert: (body, workspace) => ({ resource: toCompute(body, workspace) }),
});
