import type { NetworkInterface } from '../../model/workloads';
import { base } from '../base';
import { idAt, part, parts } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { workloadsQuery } from '../queries';

/** A network interface; addresses are left out. */
export function toNetworkInterface(body: Body): NetworkInterface {
  const properties = part(body, 'properties');
  const addresses = parts(properties, 'ipConfigurations');
  const idsOf = (name: string): readonly string[] => [
    ...new Set(addresses.map((one) => idAt(one, 'properties', name, 'id')).filter(Boolean)),
  ];
  return {
    ...base('networkInterface', body),
    virtualMachineId: idAt(properties, 'virtualMachine', 'id'),
    publicIpIds: idsOf('publicIPAddress'),
    networkSecurityGroupId: idAt(properties, 'networkSecurityGroup', 'id'),
    subnetIds: idsOf('subnet'),
  };
}

export default surveyCollector({
  kind: 'networkInterface',
  permissions: ['Microsoft.Network/networkInterfaces/read'],
  query: workloadsQuery,
  types: ['microsoft.network/networkinterfaces'],
  convert: (row) => ({ resource: toNetworkInterface(row) }),
});
