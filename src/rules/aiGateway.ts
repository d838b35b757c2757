import { isAiHost } from '../model/aiHosts';
import {
  backendsOf,
  gatewayKinds,
  hostsBehind,
  policedBy,
  presenceOf,
  serviceIdOf,
  type Placed,
} from '../model/gateway';
import type { ApimApi, ApimBackend, PolicyFacts } from '../model/platforms';
import { fail, notApplicable, pass, type Verdict, type View } from '../model/rule';

export { gatewayKinds };

export type GatewayView = View<(typeof gatewayKinds)[number]>;

/** Says pass where every call meets the element, fail where none does; a branch alone can be read two ways. */
export function presenceVerdict(api: ApimApi, fact: keyof PolicyFacts, element: string, view: GatewayView): Verdict {
  const presence = presenceOf(api, fact, view);
  if (presence === 'always') return pass;
  return presence === 'never'
    ? fail(`policies of the API and the service have no ${element}`)
    : view.doubt(api, `policies.${element}`, `${element} stands in some branches only`);
}

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
