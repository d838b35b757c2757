import type { KindMap } from '../../model/resource';
import { defineEdge, seen, type Move } from '../defineEdge';
import { hasKey, reaches, takesKeys, type State } from '../states';
import {
  calls,
  readsIndex,
  readsPrompts,
  readsStore,
  writesImage,
  writesIndex,
  writesShare,
  writesStore,
} from '../states';
import type { Tenant } from '../tenant';

const opens = (one: { readonly id: string; readonly name: string }, to: State, does: string): Move => ({
  from: [hasKey(one.id), takesKeys(one.id), reaches(one.id)],
  to,
  closedBy: [],
  tell: () => ({ says: `With the key ${does} ${one.name}.`, evidence: [seen(one, 'key', 'opens everything')] }),
});

/** Deployments of an account; the account itself where it has none, such as for speech. */
export const callable = (account: { readonly id: string }, tenant: Tenant<'deployment'>): readonly string[] => {
  const deployments = tenant.below(account, 'deployment').map(({ id }) => id);
  return deployments.length > 0 ? deployments : [account.id];
};

/** Stored completions exist for accounts of language models, unless they are switched off. */
export const keepsPrompts = (account: KindMap['aiAccount']): boolean =>
  /^(openai|aiservices)$/i.test(account.accountKind) && !account.storedCompletionsDisabled;

export default defineEdge({
  kind: 'key-opens',
  reads: [
    ...(['aiAccount', 'deployment', 'searchService', 'storageAccount', 'cosmosAccount', 'containerRegistry'] as const),
    ...(['onlineEndpoint', 'serverlessEndpoint'] as const),
  ],
  atlas: ['AML.T0040', 'AML.T0091.000'],
  cost: 20,
  fix: 'Switch keys off and close public access.',
  draw: (tenant) => [
    ...tenant
      .all('aiAccount')
      .flatMap((one) => [
        ...callable(one, tenant).map((id) => opens(one, calls(id), 'calls the models of')),
        ...(keepsPrompts(one) ? [opens(one, readsPrompts(one.id), 'reads stored prompts and answers of')] : []),
      ]),
    ...tenant
      .all('searchService')
      .flatMap((one) => [
        opens(one, readsIndex(one.id), 'reads every index of'),
        opens(one, writesIndex(one.id), 'rewrites every index of'),
      ]),
    ...[...tenant.all('storageAccount'), ...tenant.all('cosmosAccount')].flatMap((one) => [
      opens(one, readsStore(one.id), 'reads everything in'),
      opens(one, writesStore(one.id), 'writes everything in'),
    ]),
    ...tenant.all('storageAccount').map((one) => opens(one, writesShare(one.id), 'writes the file shares of')),
    ...tenant.all('containerRegistry').map((one) => opens(one, writesImage(one.id), 'replaces images of')),
    ...(['onlineEndpoint', 'serverlessEndpoint'] as const).flatMap((kind) =>
      tenant.all(kind).map((one) => opens(one, calls(one.id), 'calls')),
    ),
  ],
});
