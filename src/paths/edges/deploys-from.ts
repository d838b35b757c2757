import type { KindMap } from '../../model/resource';
import { closes, defineEdge, seen, type Move } from '../defineEdge';
import { runsOn, writesImage } from '../states';
import type { Tenant } from '../tenant';

type Reads =
  | ('containerRegistry' | 'containerApp' | 'containerGroup' | 'webApp')
  | ('mlWorkspace' | 'environmentVersion' | 'onlineEndpoint' | 'onlineDeployment');

interface Host {
  readonly id: string;
  readonly name: string;
}

const isPinned = (image: string): boolean => image.includes('@sha256:');

/** An image by tag is taken anew at the next start; one by digest stays what it is. */
function runs(host: Host, image: string, property: string, tenant: Tenant<Reads>): readonly Move[] {
  const registry = tenant.ownerOfHost(image.split('/')[0] ?? '');
  if (!registry || isPinned(image)) return [];
  return [
    {
      from: [writesImage(registry)],
      to: runsOn(host.id),
      closedBy: [closes('pin-digest', host.id)],
      tell: () => ({
        says: `${host.name} runs ${image} from there by tag, from its next start on.`,
        evidence: [seen(host, property, image)],
      }),
    },
  ];
}

/** The image of the environment that a deployment names: the environment's own, else one built into the workspace's registry. */
function ofDeployment(
  one: KindMap['onlineDeployment'],
  endpoint: Host,
  workspace: KindMap['mlWorkspace'],
  tenant: Tenant<Reads>,
): readonly Move[] {
  const [, name = '', version = ''] = /\/environments\/([^/]+)\/versions\/([^/]+)$/.exec(one.environmentId) ?? [];
  const found = tenant
    .below(workspace, 'environmentVersion')
    .find((held) => held.environmentName.toLowerCase() === name && held.version.toLowerCase() === version);
  return found ? runs(endpoint, found.image.toLowerCase(), 'environment.image', tenant) : [];
}

const ofWorkspace = (workspace: KindMap['mlWorkspace'], tenant: Tenant<Reads>): readonly Move[] =>
  tenant
    .below(workspace, 'onlineEndpoint')
    .flatMap((endpoint) =>
      tenant.below(endpoint, 'onlineDeployment').flatMap((one) => ofDeployment(one, endpoint, workspace, tenant)),
    );

export default defineEdge({
  kind: 'deploys-from',
  reads: [
    ...(['containerRegistry', 'containerApp', 'containerGroup', 'webApp', 'mlWorkspace'] as const),
    ...(['environmentVersion', 'onlineEndpoint', 'onlineDeployment'] as const),
  ],
  atlas: ['AML.T0010.004', 'AML.T0018.002'],
  cost: 200,
  fix: 'Name the image by digest.',
  draw: (tenant) => [
    ...[...tenant.all('containerApp'), ...tenant.all('containerGroup')].flatMap((one) =>
      one.containers.flatMap(({ image }) => runs(one, image, 'containers[].image', tenant)),
    ),
    ...tenant.all('webApp').flatMap((one) => runs(one, one.image, 'linuxFxVersion', tenant)),
    ...tenant.all('mlWorkspace').flatMap((one) => ofWorkspace(one, tenant)),
  ],
});
