import { isAiHost } from './aiHosts';
import type { ApimApi, ApimBackend, ApimPolicy, ApimPolicyFragment, PolicyFacts, Presence } from '../model/platforms';
import { fail, notApplicable, pass, type Verdict, type View } from '../model/rule';

/** Kinds that tell where an API leads and what its policies do. */
export const gatewayKinds = ['apimApi', 'apimPolicy', 'apimPolicyFragment', 'apimBackend'] as const;

export type GatewayView = View<(typeof gatewayKinds)[number]>;

interface Placed {
  readonly id: string;
}

const order: readonly Presence[] = ['never', 'sometimes', 'always'];
const rank = (presence: Presence): number => order.indexOf(presence);
const most = (a: Presence, b: Presence): Presence => (rank(a) > rank(b) ? a : b);
const least = (a: Presence, b: Presence): Presence => (rank(a) < rank(b) ? a : b);

/** Id of the API Management service that something belongs to. */
const serviceIdOf = ({ id }: Placed): string =>
  /^.*?\/providers\/microsoft\.apimanagement\/service\/[^/]+/.exec(id)?.[0] ?? id;

const policyAt = (id: string, view: GatewayView): ApimPolicy | undefined =>
  view.byId('apimPolicy', `${id}/policies/policy`);

/**
 * Policies that a call to the API runs through: its own, then the one of the whole service where `<base />` lets it in. A policy of a
 * product holds only for callers with a key of that product, so that it is not looked at.
 */
function* policiesOf(api: ApimApi, view: GatewayView): Generator<ApimPolicy> {
  const own = policyAt(api.id, view);
  if (own) yield own;
  const wide = !own || own.inherits ? policyAt(serviceIdOf(api), view) : undefined;
  if (wide) yield wide;
}

const fragmentsOf = (policy: ApimPolicy, view: GatewayView): readonly (ApimPolicyFragment & { met: Presence })[] =>
  policy.fragments.flatMap(({ name, presence }) => {
    const found = view.byId('apimPolicyFragment', `${serviceIdOf(policy)}/policyfragments/${name}`);
    return found ? [{ ...found, met: presence }] : [];
  });

/** Whether every call to the API meets this element, in a policy or in a fragment that it includes. Stops looking once it is sure. */
export function presenceOf(api: ApimApi, fact: keyof PolicyFacts, view: GatewayView): Presence {
  let known: Presence = 'never';
  for (const policy of policiesOf(api, view)) {
    known = most(known, policy.facts[fact]);
    if (known === 'always') return known;
    for (const { met, facts } of fragmentsOf(policy, view)) known = most(known, least(met, facts[fact]));
  }
  return known;
}

/** Says pass where every call meets the element, fail where none does; a branch alone can be read two ways. */
export function presenceVerdict(api: ApimApi, fact: keyof PolicyFacts, element: string, view: GatewayView): Verdict {
  const presence = presenceOf(api, fact, view);
  if (presence === 'always') return pass;
  return presence === 'never'
    ? fail(`policies of the API and the service have no ${element}`)
    : view.doubt(api, `policies.${element}`, `${element} stands in some branches only`);
}

interface Policed {
  readonly credentialHeaders: readonly string[];
  readonly backendNames: readonly string[];
  readonly backendHosts: readonly string[];
}

/** All policies and fragments that a call to the API may run through. */
export const policedBy = (api: ApimApi, view: GatewayView): readonly Policed[] =>
  [...policiesOf(api, view)].flatMap((policy) => [policy, ...fragmentsOf(policy, view)]);

/** Backends that the API or its policies name, pools replaced by their members. */
export function backendsOf(api: ApimApi, view: GatewayView): readonly ApimBackend[] {
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
export const hostsBehind = (api: ApimApi, view: GatewayView): readonly string[] =>
  [
    api.serviceHost,
    ...policedBy(api, view).flatMap(({ backendHosts }) => backendHosts),
    ...backendsOf(api, view).map(({ host }) => host),
  ].filter(Boolean);

const isPlainlyAi = ({ apiType, serviceHost }: ApimApi): boolean => apiType === 'mcp' || isAiHost(serviceHost);

/** True for MCP servers, for APIs that lead to a model service and for those with a policy for language models. */
export const isAiApi = (api: ApimApi, view: GatewayView): boolean =>
  isPlainlyAi(api) ||
  presenceOf(api, 'modelPolicy', view) !== 'never' ||
  hostsBehind(api, view).some((host) => isAiHost(host));

/** APIs of the service that lead to models or tools. */
const aiApisOf = (placed: Placed, view: GatewayView): readonly ApimApi[] =>
  view.children({ id: serviceIdOf(placed) }, 'apimApi').filter((api) => isAiApi(api, view));

/** AI APIs that lead to this backend, by its name or through a pool. */
export const aiApisLeadingTo = (backend: ApimBackend, view: GatewayView): readonly ApimApi[] =>
  aiApisOf(backend, view).filter((api) => backendsOf(api, view).some(({ id }) => id === backend.id));

/** True as soon as one AI API is found: policies are looked at only where no address or type says it. */
export function frontsAi(placed: Placed, view: GatewayView): boolean {
  const apis = view.children({ id: serviceIdOf(placed) }, 'apimApi');
  return apis.some(isPlainlyAi) || apis.some((api) => isAiApi(api, view));
}

export const noAiApi = notApplicable('no API of this API Management service leads to a model or is an MCP server');
export const notAi = notApplicable('the API leads to no model service, has no policy for models and is no MCP server');

/** True where every call of the API carries credentials that a policy adds. */
export const authenticates = (api: ApimApi, view: GatewayView): boolean =>
  (['managedIdentityAuth', 'otherAuth'] as const).some((fact) => presenceOf(api, fact, view) === 'always') ||
  policedBy(api, view).some(({ credentialHeaders }) => credentialHeaders.length > 0);
