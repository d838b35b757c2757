import type { VirtualMachine } from '../../model/workloads';
import { base, toIdentity } from '../base';
import { idAt, part, parts, text } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { workloadsQuery } from '../queries';
import { told } from '../workloads/workload';
import { machineSignals, toImage, toPlan } from './machine';

/** A virtual machine; `osProfile` and `userData` are not looked at. */
export function toVirtualMachine(body: Body): VirtualMachine {
  const properties = part(body, 'properties');
  const fixed = base('virtualMachine', body);
  const made = {
    vmSize: text(properties, 'hardwareProfile', 'vmSize'),
    image: toImage(part(properties, 'storageProfile')),
    plan: toPlan(body),
  };
  return {
    ...fixed,
    ...told(fixed, machineSignals({ ...made, tags: { ...fixed.tags, name: fixed.name } }), []),
    identity: toIdentity(body),
    ...made,
    networkInterfaceIds: parts(properties, 'networkProfile', 'networkInterfaces')
      .map((one) => idAt(one, 'id'))
      .filter(Boolean),
  };
}

export default surveyCollector({
  kind: 'virtualMachine',
  permissions: ['Microsoft.Compute/virtualMachines/read'],
  query: workloadsQuery,
  types: ['microsoft.compute/virtualmachines'],
  convert: (row) => ({ resource: toVirtualMachine(row) }),
});
