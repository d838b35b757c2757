import type { KindMap } from '../../model/resource';
import { closes, defineEdge, seen, type Move } from '../defineEdge';
import { calls, readsIndex, readsStore, steers, writesIndex, type State } from '../states';
import type { Tenant } from '../tenant';

type Reads = 'connection' | 'project' | 'searchService' | 'storageAccount' | 'cosmosAccount' | 'aiAccount';

/** What a connection lets its user do with the target. */
function gives(target: string, tenant: Tenant<Reads>): readonly State[] {
  switch (tenant.find(target)?.kind) {
    case 'searchService':
      return [readsIndex(target), writesIndex(target)];
    case 'storageAccount':
    case 'cosmosAccount':
      return [readsStore(target)];
    case 'aiAccount':
      return [calls(target)];
    default:
      return [];
  }
}

/** Projects that may use a connection: its own, or with `isSharedToAll` all of the account. */
function usersOf(one: KindMap['connection'], tenant: Tenant<Reads>): readonly string[] {
  if (one.owner === 'project') return [one.parentId ?? ''];
  if (one.owner !== 'account' || !one.isSharedToAll) return [];
  return tenant.below({ id: one.parentId ?? '' }, 'project').map(({ id }) => id);
}

const uses = (one: KindMap['connection'], project: string, to: State, tenant: Tenant<Reads>): Move => ({
  from: [steers(project)],
  to,
  closedBy: one.owner === 'account' ? [closes('unshare-connection', one.id)] : [],
  tell: () => ({
    says: `${tenant.nameOf(project)} works with ${tenant.nameOf(to.at)} through the connection ${one.name}.`,
    evidence: [seen(one, 'isSharedToAll', one.isSharedToAll), seen(one, 'target', to.at)],
  }),
});

export default defineEdge({
  kind: 'connection-uses',
  reads: ['connection', 'project', 'searchService', 'storageAccount', 'cosmosAccount', 'aiAccount'],
  atlas: ['AML.T0085.000', 'AML.T0053'],
  cost: 20,
  certainty: 'likely',
  fix: 'Take away connections that a project does not need, and part projects.',
  draw: (tenant) =>
    tenant.all('connection').flatMap((one) => {
      const target = one.targetResourceId || tenant.ownerOfHost(one.targetHost);
      return usersOf(one, tenant).flatMap((project) =>
        gives(target, tenant).map((to) => uses(one, project, to, tenant)),
      );
    }),
});
