import type { AbilityName } from '../../model/abilities';
import type { Kind } from '../../model/resource';
import { defineEdge, seen, type Move } from '../defineEdge';
import { can, hasKey } from '../states';
import type { Tenant } from '../tenant';
import { whileUnlocked } from '../locks';

const listable = [
  ['aiAccount', 'model.keys', 'Lists the keys of', 105],
  // New keys break whoever uses the old ones: that is noticed.
  ['aiAccount', 'model.rotate', 'Makes new keys of', 223],
  ['searchService', 'search.adminKeys', 'Lists the admin keys of', 105],
  ['storageAccount', 'store.keys', 'Lists the keys of', 105],
  ['cosmosAccount', 'memory.keys', 'Lists the keys of', 105],
  ['onlineEndpoint', 'endpoint.keys', 'Lists the keys of', 105],
  ['serverlessEndpoint', 'endpoint.keys', 'Lists the keys of', 105],
] as const satisfies readonly (readonly [Kind, AbilityName, string, number])[];

type Reads = (typeof listable)[number][0] | 'resourceLock';

const lists = (
  one: { readonly id: string; readonly name: string },
  [, ability, says, cost]: (typeof listable)[number],
  tenant: Tenant<Reads>,
): Move => ({
  from: [can(ability, one.id), ...whileUnlocked(one.id, tenant)],
  to: hasKey(one.id),
  cost,
  closedBy: [],
  tell: () => ({ says: `${says} ${one.name}.`, evidence: [seen(one, 'ability', ability)] }),
});

export default defineEdge({
  kind: 'lists-key',
  reads: [...new Set(listable.map(([kind]) => kind)), 'resourceLock'],
  atlas: ['AML.T0055', 'AML.T0012'],
  cost: 105,
  fix: 'Give a role that lists no keys, on the project and not on the account.',
  draw: (tenant) => listable.flatMap((way) => tenant.all(way[0]).map((one) => lists(one, way, tenant))),
});
