import type { Kind, Resource } from '../../model/resource';
import type { ArmDeployment } from '../../model/workloads';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { at, instant } from '../body';
import { childCollector } from '../collector';
import type { AzureReader, Body } from '../collector';
import { exposedIn, exposedSecrets, readablesIn } from '../secrets/exposed';

/** Whose resource group is looked at; a subscription for its own deployments. */
const parents: readonly Kind[] = [
  'aiAccount',
  'mlWorkspace',
  'searchService',
  'containerApp',
  'webApp',
  'subscription',
];

const groupOf = ({ id, kind }: Resource): string =>
  kind === 'subscription' ? id : (/^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+/.exec(id)?.[0] ?? '');

/** Groups that were asked for already by the same reader: several resources stand in one. */
const asked = new WeakMap<AzureReader, Set<string>>();

async function* read(azure: AzureReader, parent: Resource): AsyncGenerator<Body> {
  const group = groupOf(parent);
  const known = asked.get(azure) ?? new Set();
  asked.set(azure, known);
  if (group === '' || known.has(group)) return;
  known.add(group);
  yield* azure.list(`${group}/providers/Microsoft.Resources/deployments`, versionOf('microsoft.resources/deployments'));
}

/** A deployment with the secrets in its inputs, outputs and links; secure parameters have no value in Azure's answer. */
export function toArmDeployment(body: Body): ArmDeployment {
  const seen = (name: string) => readablesIn(at(body, 'properties', name), name);
  return {
    ...base('armDeployment', body),
    ...exposedSecrets(exposedIn(['parameters', 'outputs', 'templateLink', 'parametersLink'].flatMap(seen))),
    deployedAt: instant(body, 'properties', 'timestamp'),
  };
}

export default childCollector({
  kind: 'armDeployment',
  parents,
  permissions: ['Microsoft.Resources/deployments/read'],
  read,
  convert: (body) => {
    const resource = toArmDeployment(body);
    return resource.exposedSecrets ? { resource } : null;
  },
});
