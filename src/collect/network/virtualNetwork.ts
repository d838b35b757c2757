import type { VirtualNetwork } from '../../model/safeguards';
import { base } from '../base';
import { idAt, parts, text } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { resourcesQuery } from '../queries';

const toSubnet = (subnet: Body): VirtualNetwork['subnets'][number] => ({
  id: idAt(subnet, 'id'),
  delegations: parts(subnet, 'properties', 'delegations').map((one) =>
    text(one, 'properties', 'serviceName').toLowerCase(),
  ),
  routeTableId: idAt(subnet, 'properties', 'routeTable', 'id'),
  networkSecurityGroupId: idAt(subnet, 'properties', 'networkSecurityGroup', 'id'),
});

/** A virtual network with its subnets; addresses are left out. */
export const toVirtualNetwork = (body: Body): VirtualNetwork => ({
  ...base('virtualNetwork', body),
  subnets: parts(body, 'properties', 'subnets').map(toSubnet),
});

export default surveyCollector({
  kind: 'virtualNetwork',
  permissions: ['Microsoft.Network/virtualNetworks/read'],
  query: resourcesQuery,
  types: ['microsoft.network/virtualnetworks'],
  convert: (row) => ({ resource: toVirtualNetwork(row) }),
});
