import type { FoundryCompute } from '../../model/foundry';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { idAt, isTrue, oneOf, part, text } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';
import { listPreview } from '../preview';

const types = ['Cluster', 'ContainerInstance', 'Workbench'] as const;

/** A compute of an account, or a workbench of a project: workbenches have no `computeType`. Keys and image are left out. */
export function toFoundryCompute(body: Body, parent?: Resource): FoundryCompute {
  const properties = part(body, 'properties');
  const absent = parent?.kind === 'project' ? 'Workbench' : 'Unrecognised';
  return {
    ...base('foundryCompute', body, parent),
    computeType: oneOf(types, absent, properties, 'computeType'),
    sshAdmin: isTrue(properties, 'sshSettings', 'adminEnabled'),
    hasPublicIp: text(properties, 'connectivityEndpoints', 'publicIpAddress') !== '',
    idleTimeBeforeShutdown: text(properties, 'idleTimeBeforeShutdown'),
    subnetId: idAt(properties, 'subnetArmId'),
  };
}

/** Costs one request for each account with projects, and one for each project. */
export default childCollector({
  kind: 'foundryCompute',
  parents: ['aiAccount', 'project'],
  permissions: [
    'Microsoft.CognitiveServices/accounts/computes/read',
    'Microsoft.CognitiveServices/accounts/projects/workbenches/read',
  ],
  applies: (parent) => parent.kind === 'project' || (parent.kind === 'aiAccount' && parent.allowProjectManagement),
  read: (azure, parent) =>
    parent.kind === 'project'
      ? listPreview(
          azure,
          `${parent.id}/workbenches`,
          versionOf('microsoft.cognitiveservices/accounts/projects/workbenches'),
        )
      : listPreview(azure, `${parent.id}/computes`, versionOf('microsoft.cognitiveservices/accounts/computes')),
  convert: (body, parent) => ({ resource: toFoundryCompute(body, parent) }),
});
