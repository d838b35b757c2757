import { isHonoured } from '../../model/access/honoured';
import type { KindMap } from '../../model/resource';
import { defineEdge, seen, type Move } from '../defineEdge';
import { can, calls, reaches, readsIndex, readsPrompts, readsSecrets, readsStore, type State } from '../states';
import { writesIndex, writesShare, writesStore } from '../states';
import type { Tenant } from '../tenant';
import { callable, keepsPrompts } from './key-opens';

type Reads =
  | ('aiAccount' | 'deployment' | 'project' | 'searchService' | 'storageAccount' | 'blobContainer')
  | ('keyVault' | 'onlineEndpoint');

const onData = { plane: 'data', operation: '' } as const;

const uses = (
  one: { readonly id: string; readonly name: string },
  by: State,
  at: State,
  to: State,
  does: string,
): Move => ({
  from: [by, at],
  to,
  closedBy: [],
  tell: () => ({ says: `By its role ${does} ${one.name}.`, evidence: [seen(one, 'role on data', 'honoured')] }),
});

/** Tokens work only where the account has a name of its own. */
function account(one: KindMap['aiAccount'], tenant: Tenant<Reads>): readonly Move[] {
  if (!isHonoured(one, onData)) return [];
  const at = reaches(one.id);
  const callers = [can('model.call', one.id), ...tenant.below(one, 'project').map(({ id }) => can('model.call', id))];
  return [
    ...callable(one, tenant).flatMap((id) => callers.map((by) => uses(one, by, at, calls(id), 'calls the models of'))),
    ...(keepsPrompts(one)
      ? [uses(one, can('model.history', one.id), at, readsPrompts(one.id), 'reads stored prompts and answers of')]
      : []),
  ];
}

const search = (one: KindMap['searchService']): readonly Move[] =>
  isHonoured(one, onData)
    ? [
        uses(one, can('search.read', one.id), reaches(one.id), readsIndex(one.id), 'reads the indexes of'),
        uses(one, can('search.write', one.id), reaches(one.id), writesIndex(one.id), 'rewrites the indexes of'),
      ]
    : [];

const storage = (one: KindMap['storageAccount'], tenant: Tenant<Reads>): readonly Move[] => [
  uses(one, can('store.read', one.id), reaches(one.id), readsStore(one.id), 'reads the data of'),
  uses(one, can('store.write', one.id), reaches(one.id), writesStore(one.id), 'writes the data of'),
  uses(one, can('file.write', one.id), reaches(one.id), writesShare(one.id), 'writes the file shares of'),
  ...tenant
    .below(one, 'blobContainer')
    .flatMap((container) => [
      uses(container, can('store.read', container.id), reaches(one.id), readsStore(container.id), 'reads'),
      uses(container, can('store.write', container.id), reaches(one.id), writesStore(container.id), 'writes'),
    ]),
];

export default defineEdge({
  kind: 'identity-can',
  reads: [
    ...(['aiAccount', 'deployment', 'project', 'searchService', 'storageAccount', 'blobContainer'] as const),
    ...(['keyVault', 'onlineEndpoint'] as const),
  ],
  atlas: ['AML.T0012', 'AML.T0040'],
  cost: 20,
  fix: 'Give the role on the data to fewer.',
  draw: (tenant) => [
    ...tenant.all('aiAccount').flatMap((one) => account(one, tenant)),
    ...tenant.all('searchService').flatMap(search),
    ...tenant.all('storageAccount').flatMap((one) => storage(one, tenant)),
    ...tenant
      .all('keyVault')
      .filter((one) => isHonoured(one, onData))
      .map((one) =>
        uses(one, can('vault.read', one.id), reaches(one.id), readsSecrets(one.id), 'reads the secrets of'),
      ),
    ...tenant
      .all('onlineEndpoint')
      .map((one) => uses(one, can('endpoint.call', one.id), reaches(one.id), calls(one.id), 'calls')),
  ],
});
