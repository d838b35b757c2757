import type { VmExtension } from '../../model/workloads';
import { base } from '../base';
import { part, text } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { workloadsQuery } from '../queries';
import { exposedIn, exposedSecrets, readablesIn } from '../secrets/exposed';
import { extensionSignals } from './machine';

/** An extension of a machine: its public settings are looked through and not kept; Azure never returns the protected ones. */
export function toVmExtension(body: Body): VmExtension {
  const properties = part(body, 'properties');
  const fixed = base('vmExtension', body);
  const inSettings = exposedIn(readablesIn(part(properties, 'settings'), 'settings'));
  return {
    ...fixed,
    ...exposedSecrets([...(fixed.exposedSecrets ?? []), ...inSettings]),
    parentId: fixed.id.replace(/\/extensions\/[^/]+$/, ''),
    publisher: text(properties, 'publisher'),
    extensionType: text(properties, 'type'),
    aiSignals: extensionSignals(properties, `extensions[${fixed.name}]`),
  };
}

export default surveyCollector({
  kind: 'vmExtension',
  permissions: ['Microsoft.Compute/virtualMachines/extensions/read'],
  query: workloadsQuery,
  types: ['microsoft.compute/virtualmachines/extensions'],
  convert: (row) => ({ resource: toVmExtension(row) }),
});
