import type { ApimPolicy } from '../../model/platforms';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { at } from '../body';
import { childCollector } from '../collector';
import type { AzureReader, Body } from '../collector';
import { ReadFailed } from '../failures';
import { flat, presenceOf, toPoliced } from './policyFacts';
import { exposedIn, exposedSecrets, type Readable } from '../secrets/exposed';
import { parsePolicy, type Element } from './policyText';

async function* policyOf(azure: AzureReader, parent: Resource): AsyncGenerator<Body> {
  const version = versionOf('microsoft.apimanagement/service/apis/policies');
  yield await azure.read(`${parent.id}/policies/policy?format=rawxml`, version);
}

/** The elements of a policy or a fragment; throws ReadFailed where Azure sent no text or none that can be read. */
export function elementsOf(body: Body): readonly Element[] {
  const value = at(body, 'properties', 'value');
  if (typeof value !== 'string') throw new ReadFailed('failed', 'the policy has no text');
  return parsePolicy(value);
}

function toFragments(elements: readonly Element[]): ApimPolicy['fragments'] {
  const includes = flat(elements).filter(({ name }) => name === 'include-fragment');
  const names = new Set(includes.map(({ attributes }) => attributes['fragment-id'] ?? '').filter(Boolean));
  return [...names].sort().map((id) => ({
    name: id.toLowerCase(),
    presence: presenceOf(elements, (one) => one.name === 'include-fragment' && one.attributes['fragment-id'] === id),
  }));
}

/** Each line of the text under its number: literal headers with keys stand there. */
const linesOf = (body: Body): readonly Readable[] => {
  const value = at(body, 'properties', 'value');
  const lines = typeof value === 'string' ? value.split('\n') : [];
  return lines.map((line, index) => ({ place: `value[line ${index + 1}]`, name: 'line', value: line }));
};

/** The policy of a service or an API: what its sections `inbound` and `backend` do. Throws ReadFailed where it cannot be read. */
export function toApimPolicy(body: Body, parent?: Resource): ApimPolicy {
  const fixed = base('apimPolicy', body, parent);
  const sections = elementsOf(body).flatMap(({ name, children }) => (name === 'policies' ? children : []));
  const elements = sections.flatMap(({ name, children }) => (['inbound', 'backend'].includes(name) ? children : []));
  const inbound = sections.filter(({ name }) => name === 'inbound').flatMap(({ children }) => children);
  return {
    ...fixed,
    ...exposedSecrets(exposedIn(linesOf(body), true)),
    ...toPoliced(elements),
    inherits: inbound.some(({ name }) => name === 'base'),
    fragments: toFragments(elements),
  };
}

export default childCollector({
  kind: 'apimPolicy',
  parents: ['apimService', 'apimApi'],
  permissions: ['Microsoft.ApiManagement/service/policies/read', 'Microsoft.ApiManagement/service/apis/policies/read'],
  read: policyOf,
  convert: (body, parent) => ({ resource: toApimPolicy(body, parent) }),
});
