import { closes, defineEdge, seen } from '../defineEdge';
import { whileUnlocked } from '../locks';
import { can, takesKeys } from '../states';

const ways = [
  ['aiAccount', 'model.configure', 'disableLocalAuth'],
  ['searchService', 'search.configure', 'disableLocalAuth'],
  ['storageAccount', 'store.configure', 'allowSharedKeyAccess'],
] as const;

export default defineEdge({
  kind: 'reopens-keys',
  reads: ['aiAccount', 'searchService', 'storageAccount', 'resourceLock'],
  atlas: ['AT:T1556'],
  cost: 500,
  fix: 'Assign a policy with effect Deny on the setting, and give a narrower role.',
  draw: (tenant) =>
    ways.flatMap(([kind, ability, property]) =>
      tenant.all(kind).map((one) => ({
        from: [can(ability, one.id), ...whileUnlocked(one.id, tenant)],
        to: takesKeys(one.id),
        closedBy: [closes('deny-policy', one.id)],
        tell: () => ({
          says: `Switches keys of ${one.name} on again.`,
          evidence: [seen(one, property, 'may be written'), seen(one, 'ability', ability)],
        }),
      })),
    ),
});
