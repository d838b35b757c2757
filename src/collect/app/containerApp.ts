import { aiPorts } from '../../model/machines';
import type { AiSignal } from '../../model/aiSignal';
import type { ContainerApp, VaultReference } from '../../model/workloads';
import { base, toIdentity } from '../base';
import { idAt, isTrue, part, parts, text, textOr, whole } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { workloadsQuery } from '../queries';
import { hostAt } from '../url';
import { toContainers } from '../workloads/container';
import { told } from '../workloads/workload';

type Ingress = Pick<ContainerApp, 'ingress' | 'targetPort' | 'host' | 'allowedRanges'>;

/** `ingress` absent or null = none; `external` absent = false (Microsoft.App/containerApps 2025-01-01). */
function toIngress(properties: Body): Ingress {
  const ingress = part(properties, 'configuration', 'ingress');
  const stated = Object.values(ingress).some((value) => value !== null);
  const reach = isTrue(ingress, 'external') ? 'external' : 'internal';
  return {
    ingress: stated ? reach : 'none',
    targetPort: whole(ingress, 'targetPort'),
    host: hostAt(ingress, 'fqdn'),
    allowedRanges: parts(ingress, 'ipSecurityRestrictions')
      .filter((rule) => text(rule, 'action').toLowerCase() === 'allow')
      .map((rule) => text(rule, 'ipAddressRange')),
  };
}

/** Secrets of the app that come from a vault: the URL ends in the secret's name, with or without a version. */
const toVaultReferences = (properties: Body): readonly VaultReference[] =>
  parts(properties, 'configuration', 'secrets')
    .filter((secret) => text(secret, 'keyVaultUrl') !== '')
    .map((secret) => ({
      name: text(secret, 'name'),
      vaultHost: hostAt(secret, 'keyVaultUrl'),
      secretName: /\/secrets\/([^/?#]+)/i.exec(text(secret, 'keyVaultUrl'))?.[1] ?? '',
      status: '',
    }));

function platformSignals({ ingress, targetPort }: Ingress, workloadProfile: string): readonly AiSignal[] {
  const what = aiPorts[targetPort ?? -1];
  return [
    ...(what && ingress === 'external'
      ? [{ signal: 'port', place: 'configuration.ingress.targetPort', what } as const]
      : []),
    ...(/gpu|^nc\d/i.test(workloadProfile)
      ? [{ signal: 'gpu', place: 'workloadProfileName', what: workloadProfile } as const]
      : []),
  ];
}

/** A container app or job; of its environment variables only names and hosts stay. */
export function toContainerApp(body: Body): ContainerApp {
  const properties = part(body, 'properties');
  const fixed = base('containerApp', body);
  const ingress = toIngress(properties);
  const workloadProfile = text(properties, 'workloadProfileName');
  const all = ['containers', 'initContainers'].flatMap((list) =>
    toContainers(properties, ['template', list], { inner: '', variables: 'env' }),
  );
  const signals = [...all.flatMap((one) => one.signals), ...platformSignals(ingress, workloadProfile)];
  return {
    ...fixed,
    ...told(
      fixed,
      signals,
      all.map(({ block }) => block),
    ),
    identity: toIdentity(body),
    hosting: textOr(fixed.id, body, 'type').toLowerCase().includes('microsoft.app/jobs') ? 'job' : 'app',
    containers: all.map(({ container }) => container),
    vaultReferences: toVaultReferences(properties),
    ...ingress,
    environmentId: idAt(properties, 'managedEnvironmentId') || idAt(properties, 'environmentId'),
    workloadProfile,
  };
}

export default surveyCollector({
  kind: 'containerApp',
  permissions: ['Microsoft.App/containerApps/read', 'Microsoft.App/jobs/read'],
  query: workloadsQuery,
  types: ['microsoft.app/containerapps', 'microsoft.app/jobs'],
  convert: (row) => ({ resource: toContainerApp(row) }),
});
