import type { PolicyFacts, Presence } from '../../model/platforms';
import { withoutSecret } from '../body';
import { hostAt } from '../url';
import type { Element } from './policyText';

const order: readonly Presence[] = ['never', 'sometimes', 'always'];
const most = (all: readonly Presence[]): Presence =>
  order[Math.max(0, ...all.map((presence) => order.indexOf(presence)))] ?? 'never';

/** Requests of their own and answers: what stands in them is not done to the call that goes to the backend. */
const aside = new Set(['send-request', 'send-one-way-request', 'return-response', 'forward-request', 'cache-value']);

type Wanted = (element: Element) => boolean;

function ofChoice(choose: Element, wanted: Wanted): Presence {
  const branches = choose.children.map((branch) => presenceOf(branch.children, wanted));
  const complete = choose.children.some(({ name }) => name === 'otherwise');
  if (complete && branches.every((presence) => presence === 'always')) return 'always';
  return branches.every((presence) => presence === 'never') ? 'never' : 'sometimes';
}

function ofOne(element: Element, wanted: Wanted): Presence {
  if (wanted(element)) return 'always';
  if (aside.has(element.name)) return 'never';
  return element.name === 'choose' ? ofChoice(element, wanted) : presenceOf(element.children, wanted);
}

/** Whether every call that runs through these elements meets a wanted one. All branches of a complete `choose` count as always. */
export const presenceOf = (elements: readonly Element[], wanted: Wanted): Presence =>
  most(elements.map((element) => ofOne(element, wanted)));

/** All elements at any depth that work on the call itself. */
export const flat = (elements: readonly Element[]): readonly Element[] =>
  elements.flatMap((element) => (aside.has(element.name) ? [] : [element, ...flat(element.children)]));

const named =
  (...names: readonly string[]): Wanted =>
  ({ name }) =>
    names.includes(name);

const toFacts = (elements: readonly Element[]): PolicyFacts => ({
  tokenLimit: presenceOf(elements, named('llm-token-limit', 'azure-openai-token-limit')),
  contentSafety: presenceOf(elements, named('llm-content-safety')),
  managedIdentityAuth: presenceOf(elements, named('authentication-managed-identity')),
  otherAuth: presenceOf(elements, named('authentication-basic', 'authentication-certificate')),
  callerValidation: presenceOf(
    elements,
    named('validate-jwt', 'validate-azure-ad-token', 'validate-client-certificate'),
  ),
  modelPolicy: presenceOf(elements, ({ name }) => /^(llm|azure-openai)-/.test(name)),
});

/** Headers that carry a credential to a model: Azure's, OpenAI's and Anthropic's, Google's. */
const credentialHeaders = new Set([
  'api-key',
  'authorization',
  'x-api-key',
  'x-goog-api-key',
  'ocp-apim-subscription-key',
]);

/** `exists-action="delete"` takes a header away, as a gateway should do with what its callers send. */
const setsHeader = ({ name, attributes }: Element): boolean =>
  name === 'set-header' && attributes['exists-action']?.toLowerCase() !== 'delete';

const distinct = (all: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(all.flatMap((one) => (one ? [withoutSecret(one).toLowerCase()] : [])))].sort();

/** What the rules read of a run of elements: names only, no value of a header, an attribute or an expression. */
export function toPoliced(elements: readonly Element[]) {
  const all = flat(elements);
  const backends = all.filter(({ name }) => name === 'set-backend-service');
  const headers = distinct(all.filter(setsHeader).map(({ attributes }) => attributes['name']));
  return {
    facts: toFacts(elements),
    credentialHeaders: headers.filter((header) => credentialHeaders.has(header)),
    backendNames: distinct(backends.map(({ attributes }) => attributes['backend-id'])),
    backendHosts: distinct(backends.map(({ attributes }) => hostAt(attributes, 'base-url'))),
  };
}
