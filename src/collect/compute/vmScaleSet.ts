import type { VmScaleSet } from '../../model/workloads';
import { base, toIdentity } from '../base';
import { idAt, part, parts, text } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { workloadsQuery } from '../queries';
import { readablesIn } from '../secrets/exposed';
import { told } from '../workloads/workload';
import { extensionSignals, machineSignals, toImage, toPlan } from './machine';

type Network = Pick<VmScaleSet, 'publicIp' | 'networkSecurityGroupIds' | 'subnetIds'>;

function toNetwork(profile: Body): Network {
  const cards = parts(profile, 'networkProfile', 'networkInterfaceConfigurations');
  const addresses = cards.flatMap((card) => parts(card, 'properties', 'ipConfigurations'));
  return {
    publicIp: addresses.some((one) => Object.keys(part(one, 'properties', 'publicIPAddressConfiguration')).length > 0),
    networkSecurityGroupIds: cards
      .map((card) => idAt(card, 'properties', 'networkSecurityGroup', 'id'))
      .filter(Boolean),
    subnetIds: addresses.map((one) => idAt(one, 'properties', 'subnet', 'id')).filter(Boolean),
  };
}

/** A scale set; its extensions stand in its profile, and settings are looked through and not kept. */
export function toVmScaleSet(body: Body): VmScaleSet {
  const profile = part(body, 'properties', 'virtualMachineProfile');
  const fixed = base('vmScaleSet', body);
  const made = {
    vmSize: text(body, 'sku', 'name'),
    image: toImage(part(profile, 'storageProfile')),
    plan: toPlan(body),
  };
  const extensions = parts(profile, 'extensionProfile', 'extensions').map((one) => ({
    place: `extensions[${text(one, 'name')}]`,
    properties: part(one, 'properties'),
  }));
  const signals = [
    ...machineSignals({ ...made, tags: { ...fixed.tags, name: fixed.name } }),
    ...extensions.flatMap(({ place, properties }) => extensionSignals(properties, place)),
  ];
  const blocks = extensions.map(({ place, properties }) =>
    readablesIn(part(properties, 'settings'), `${place}.settings`),
  );
  return { ...fixed, ...told(fixed, signals, blocks), identity: toIdentity(body), ...made, ...toNetwork(profile) };
}

export default surveyCollector({
  kind: 'vmScaleSet',
  permissions: ['Microsoft.Compute/virtualMachineScaleSets/read'],
  query: workloadsQuery,
  types: ['microsoft.compute/virtualmachinescalesets'],
  convert: (row) => ({ resource: toVmScaleSet(row) }),
});
