import type { EntryClass } from '../model/path';
import { breadthOf } from './edges/federates';
import { actsAs, anyMember, atPartner, exploits, inRepository, internet, leak, writesTo, type State } from './states';
import type { Tenant } from './tenant';

/** Where an attacker may stand, how unlikely that is (milli-nats), and what is not sure of it; `doubt` is '' where nothing is. */
export interface Entry {
  readonly class: EntryClass;
  readonly state: State;
  readonly cost: number;
  readonly name: string;
  readonly doubt: string;
  /** How many people it stands for. */
  readonly people: number;
}

/** The order in which classes are sought: the easier first. */
export const entryClasses = [
  ...(['leakedKey', 'internet', 'vulnerableApp', 'publicInput', 'guest', 'repository'] as const),
  ...(['partner', 'internalUser', 'asked'] as const),
] as const satisfies readonly EntryClass[];

/** Groups larger than this hold ordinary people, among whom one is caught sooner or later. */
const manyMembers = 50;

const at = (kind: EntryClass, state: State, cost: number, name: string, doubt = '', people = 1): Entry => ({
  class: kind,
  state,
  cost,
  name,
  doubt,
  people,
});

const leaks = (tenant: Tenant): readonly Entry[] =>
  tenant.exposing.flatMap((one) =>
    (one.exposedSecrets ?? []).map(({ place }) => at('leakedKey', leak(`${one.id} ${place}`), 105, one.name)),
  );

const people = (tenant: Tenant): readonly Entry[] =>
  tenant.all('principal').flatMap((one) => {
    if (one.id === tenant.asked) return [at('asked', actsAs(one.id), 105, one.displayName)];
    if (one.isGuest) return [at('guest', actsAs(one.id), 916, one.displayName)];
    if (one.principalType !== 'Group') return [];
    if (one.memberIds === null)
      return [
        at('internalUser', actsAs(one.id), 1204, one.displayName, `members of "${one.displayName}" were not read`),
      ];
    const { length } = one.memberIds;
    return length > manyMembers ? [at('internalUser', anyMember(one.id), 1204, one.displayName, '', length)] : [];
  });

const trustCost = { wide: 511, branch: 916, exact: 2303 } as const;

const repositories = (tenant: Tenant): readonly Entry[] =>
  tenant
    .all('federatedCredential')
    .map((trust) =>
      at('repository', inRepository(`${trust.issuer} ${trust.subject}`), trustCost[breadthOf(trust)], trust.subject),
    );

const partners = (tenant: Tenant): readonly Entry[] => {
  const ours = new Set(tenant.all('subscription').map(({ subscriptionId }) => subscriptionId));
  const named = (
    ['aiAccount', 'searchService', 'storageAccount', 'keyVault', 'cosmosAccount', 'containerRegistry'] as const
  )
    .flatMap((kind) => tenant.all(kind))
    .flatMap(({ network }) => network.privateEndpointConnections)
    .map(({ privateEndpointId }) => privateEndpointId.split('/')[2] ?? '');
  return [...new Set(named)]
    .filter((id) => id !== '' && !ours.has(id))
    .sort()
    .map((id) => at('partner', atPartner(id), 1204, `subscription ${id}`));
};

/** Every place to start from, each state once, in a fixed order. */
export function entriesOf(tenant: Tenant): readonly Entry[] {
  const alerted = tenant.all('defenderAlert').flatMap(({ resourceIds }) => resourceIds);
  const all = [
    ...leaks(tenant),
    at('internet', internet, 223, 'the internet'),
    ...[...new Set(alerted)].sort().map((id) => at('vulnerableApp', exploits(id), 511, tenant.nameOf(id))),
    ...tenant.all('agentApplication').map((one) => at('publicInput', writesTo(one.id), 693, one.name)),
    ...tenant.all('botService').map((one) => at('publicInput', writesTo(one.id), 693, one.name)),
    ...people(tenant),
    ...repositories(tenant),
    ...partners(tenant),
  ];
  return [...new Map(all.map((entry) => [`${entry.class} ${entry.state.verb} ${entry.state.at}`, entry])).values()];
}
