import type { ArmBody } from '../tenant';
import { merged, topId, type Overrides, type Place } from './body';

const made = (place: Place, type: string, name: string, properties: object, more?: Overrides): ArmBody =>
  merged(
    { id: topId(place, type, name), name, type, location: place.location ?? 'westeurope', tags: {}, properties },
    more,
  );

type Env = Readonly<Record<string, string>>;
const list = (env: Env): object[] => Object.entries(env).map(([name, value]) => ({ name, value }));

/** A container app with one container `api`. */
export const containerApp = (place: Place, name: string, env: Env, more?: Overrides): ArmBody =>
  made(
    place,
    'Microsoft.App/containerApps',
    name,
    {
      configuration: { ingress: null },
      template: { containers: [{ name: 'api', image: 'acr.azurecr.io/api:1', env: list(env) }] },
    },
    more,
  );

export const containerGroup = (place: Place, name: string, image: string, env: Env, more?: Overrides): ArmBody =>
  made(
    place,
    'Microsoft.ContainerInstance/containerGroups',
    name,
    { containers: [{ name: 'api', properties: { image, environmentVariables: list(env) } }] },
    more,
  );

export const virtualMachine = (place: Place, name: string, vmSize: string, more?: Overrides): ArmBody =>
  made(place, 'Microsoft.Compute/virtualMachines', name, { hardwareProfile: { vmSize } }, more);

/** An extension below a machine; its settings are public. */
export const vmExtension = (
  machine: ArmBody,
  name: string,
  publisher: string,
  type: string,
  settings: object = {},
): ArmBody => ({
  id: `${machine.id}/extensions/${name}`,
  name,
  type: 'Microsoft.Compute/virtualMachines/extensions',
  location: 'westeurope',
  properties: { publisher, type, settings },
});

/** A public card and a group that lets the internet in on `port`. */
export function openCard(place: Place, machine: ArmBody, port: string): ArmBody[] {
  const group = made(place, 'Microsoft.Network/networkSecurityGroups', `nsg-${machine.name ?? ''}`, {
    securityRules: [
      {
        name: 'in',
        properties: {
          ...{ priority: 100, direction: 'Inbound', access: 'Allow', protocol: 'Tcp' },
          ...{ sourceAddressPrefix: 'Internet', destinationPortRange: port },
        },
      },
    ],
  });
  const card = made(place, 'Microsoft.Network/networkInterfaces', `nic-${machine.name ?? ''}`, {
    virtualMachine: { id: machine.id },
    networkSecurityGroup: { id: group.id },
    ipConfigurations: [{ properties: { publicIPAddress: { id: `${group.id}-ip` } } }],
  });
  return [group, card];
}

export const webApp = (place: Place, name: string, site: object, more?: Overrides): ArmBody =>
  made(place, 'Microsoft.Web/sites', name, { httpsOnly: true, siteConfig: site }, merged({ kind: 'app,linux' }, more));

export const logicApp = (place: Place, name: string, uri: string, headers: object = {}): ArmBody =>
  made(place, 'Microsoft.Logic/workflows', name, {
    state: 'Enabled',
    definition: { actions: { Ask: { type: 'Http', inputs: { uri, headers } } } },
  });

export const managedCluster = (place: Place, name: string, vmSize: string, more?: Overrides): ArmBody =>
  made(
    place,
    'Microsoft.ContainerService/managedClusters',
    name,
    { agentPoolProfiles: [{ name: 'pool', vmSize, count: 2 }] },
    more,
  );

export const armDeployment = (place: Place, name: string, properties: object): ArmBody => ({
  id: `/subscriptions/${place.subscriptionId}/resourceGroups/${place.group}/providers/Microsoft.Resources/deployments/${name}`,
  name,
  type: 'Microsoft.Resources/deployments',
  properties: { provisioningState: 'Succeeded', timestamp: '2026-11-01T00:00:00Z', ...properties },
});

/** What stands below every site: its firewall, and its settings as Azure hands them out by POST. */
export const siteConfig = (site: ArmBody, settings: Env): ArmBody[] =>
  (
    [
      ['web', { minTlsVersion: '1.2' }],
      ['appsettings', settings],
    ] as const
  ).map(([name, properties]) => ({
    id: `${site.id}/config/${name}`,
    name,
    type: 'Microsoft.Web/sites/config',
    properties,
  }));
