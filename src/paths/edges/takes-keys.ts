import { closes, defineEdge, seen, type Move } from '../defineEdge';
import type { ChangeName } from '../changes';
import { takesKeys } from '../states';

/** The setting that lets keys in, as it was seen. */
const accepting =
  (property: string, value: (one: never) => unknown, off: ChangeName) =>
  (one: { readonly id: string; readonly name: string }): Move => ({
    from: [],
    to: takesKeys(one.id),
    closedBy: [closes(off, one.id)],
    tell: () => ({ says: `${one.name} accepts keys.`, evidence: [seen(one, property, value(one as never))] }),
  });

const local = accepting('disableLocalAuth', () => false, 'keys-off');
const shared = accepting('allowSharedKeyAccess', () => true, 'shared-key-off');
const admin = accepting('adminUserEnabled', () => true, 'admin-user-off');
const mode = accepting('authMode', ({ authMode }: { authMode: string }) => authMode, 'endpoint-entra');

export default defineEdge({
  kind: 'takes-keys',
  reads: [
    ...(['aiAccount', 'searchService', 'cosmosAccount', 'storageAccount', 'containerRegistry'] as const),
    ...(['onlineEndpoint', 'serverlessEndpoint'] as const),
  ],
  atlas: ['AML.T0040'],
  cost: 20,
  fix: 'Switch keys off and give callers a role on the data.',
  draw: (tenant) => [
    ...(['aiAccount', 'searchService', 'cosmosAccount'] as const).flatMap((kind) =>
      tenant
        .all(kind)
        .filter(({ localAuthDisabled }) => !localAuthDisabled)
        .map(local),
    ),
    ...tenant
      .all('storageAccount')
      .filter(({ allowSharedKeyAccess }) => allowSharedKeyAccess)
      .map(shared),
    ...tenant
      .all('containerRegistry')
      .filter(({ adminUserEnabled }) => adminUserEnabled)
      .map(admin),
    ...(['onlineEndpoint', 'serverlessEndpoint'] as const).flatMap((kind) =>
      tenant
        .all(kind)
        .filter(({ authMode }) => /^key/i.test(authMode))
        .map(mode),
    ),
  ],
});
