import type { ApimApi, ApimBackend, ApimPolicy, ApimPolicyFragment, PolicyFacts, Presence } from './platforms';
import type { View } from './rule';

/** Kinds that tell where an API leads and what its policies do. */
export const gatewayKinds = ['apimApi', 'apimPolicy', 'apimPolicyFragment', 'apimBackend'] as const;

/** What is known of gateways: a rule's view, or the resources of a run. */
export type Gateways = Pick<View<(typeof gatewayKinds)[number]>, 'byId' | 'children'>;

export interface Placed {
  readonly id: string;
}

const order: readonly Presence[] = ['never', 'sometimes', 'always'];
const rank = (presence: Presence): number => order.indexOf(presence);
const most = (a: Presence, b: Presence): Presence => (rank(a) > rank(b) ? a : b);
const least = (a: Presence, b: Presence): Presence => (rank(a) < rank(b) ? a : b);

/** Id of the API Management service that something belongs to. */
export const serviceIdOf = ({ id }: Placed): string =>
  /^.*?\/providers\/microsoft\.apimanagement\/service\/[^/]+/.exec(id)?.[0] ?? id;

const policyAt = (id: string, view: Gateways): ApimPolicy | undefined =>
  view.byId('apimPolicy', `${id}/policies/policy`);

/**
 * Policies that a call to the API runs through: its own, then the one of the whole service where `<base />` lets it in. A policy of a
 * product holds only for callers with a key of that product, so that it is not looked at.
 */
function* policiesOf(api: ApimApi, view: Gateways): Generator<ApimPolicy> {
  const own = policyAt(api.id, view);
  if (own) yield own;
  const wide = !own || own.inherits ? policyAt(serviceIdOf(api), view) : undefined;
  if (wide) yield wide;
}

const fragmentsOf = (policy: ApimPolicy, view: Gateways): readonly (ApimPolicyFragment & { met: Presence })[] =>
  policy.fragments.flatMap(({ name, presence }) => {
    const found = view.byId('apimPolicyFragment', `${serviceIdOf(policy)}/policyfragments/${name}`);
    return found ? [{ ...found, met: presence }] : [];
  });

/** Whether every call to the API meets this element, in a policy or in a fragment that it includes. Stops looking once it is sure. */
export function presenceOf(api: ApimApi, fact: keyof PolicyFacts, view: Gateways): Presence {
  let known: Presence = 'never';
  for (const policy of policiesOf(api, view)) {
    known = most(known, policy.facts[fact]);
    if (known === 'always') return known;
    for (const { met, facts } of fragmentsOf(policy, view)) known = most(known, least(met, facts[fact]));
  }
  return known;
}

interface Policed {
  readonly credentialHeaders: readonly string[];
  readonly backendNames: readonly string[];
  readonly backendHosts: readonly string[];
}

/** All policies and fragments that a call to the API may run through. */
export const policedBy = (api: ApimApi, view: Gateways): readonly Policed[] =>
  [...policiesOf(api, view)].flatMap((policy) => [policy, ...fragmentsOf(policy, view)]);

/** Backends that the API or its policies name, pools replaced by their members. */
export function backendsOf(api: ApimApi, view: Gateways): readonly ApimBackend[] {
  const service = serviceIdOf(api);
  const named = (name: string): readonly ApimBackend[] => {
    const found = view.byId('apimBackend', `${service}/backends/${name}`);
    return found ? [found] : [];
  };
  const names = [...api.backendNames, ...policedBy(api, view).flatMap(({ backendNames }) => backendNames)];
  return names
    .flatMap(named)
    .flatMap((backend) => (backend.members.length > 0 ? backend.members.flatMap(named) : [backend]));
}

/** Hosts that the API may lead to, as far as they are not left to an expression. */
export const hostsBehind = (api: ApimApi, view: Gateways): readonly string[] =>
  [
    api.serviceHost,
    ...policedBy(api, view).flatMap(({ backendHosts }) => backendHosts),
    ...backendsOf(api, view).map(({ host }) => host),
  ].filter(Boolean);
