import { closes, defineEdge, seen } from '../defineEdge';
import { whileUnlocked } from '../locks';
import { can, reaches } from '../states';

const ways = [
  ['aiAccount', 'model.configure'],
  ['searchService', 'search.configure'],
  ['storageAccount', 'store.configure'],
  ['mlWorkspace', 'ml.configure'],
] as const;

export default defineEdge({
  kind: 'reopens-network',
  reads: ['aiAccount', 'searchService', 'storageAccount', 'mlWorkspace', 'resourceLock'],
  atlas: ['AT:T1562.007'],
  cost: 500,
  fix: 'Assign a policy with effect Deny on public access, and give a narrower role.',
  draw: (tenant) =>
    ways.flatMap(([kind, ability]) =>
      tenant.all(kind).map((one) => ({
        from: [can(ability, one.id), ...whileUnlocked(one.id, tenant)],
        to: reaches(one.id),
        closedBy: [closes('deny-policy', one.id)],
        tell: () => ({
          says: `Opens the network of ${one.name}.`,
          evidence: [seen(one, 'publicNetworkAccess', 'may be written'), seen(one, 'ability', ability)],
        }),
      })),
    ),
});
