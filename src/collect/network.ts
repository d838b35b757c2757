import type { Network, PrivateEndpointConnection } from '../model/resource';
import { idAt, oneOf, part, parts, text, textOr } from './body';

/**
 * `publicNetworkAccess` without case (Search and Key Vault write it in lower case). Absent = Enabled: all services here document it so,
 * but Machine Learning, where the decisions on rules say that absent counts as public.
 */
export const publicNetworkAccess = (value: unknown, ...path: readonly string[]): Network['publicNetworkAccess'] =>
  oneOf(['Enabled', 'Disabled', 'SecuredByPerimeter'], 'Enabled', value, ...path);

const stateOf = (connection: unknown): string =>
  text(connection, 'properties', 'privateLinkServiceConnectionState', 'status') ||
  // Machine Learning registries have a name of their own for it.
  text(connection, 'properties', 'registryPrivateLinkServiceConnectionState', 'status');

/** `privateEndpointConnections` of `properties`; endpoint ids are '' where Azure hides those of another tenant. */
export const toConnections = (
  properties: unknown,
  name = 'privateEndpointConnections',
): readonly PrivateEndpointConnection[] =>
  parts(properties, name).map((connection) => ({
    privateEndpointId: idAt(connection, 'properties', 'privateEndpoint', 'id'),
    status: stateOf(connection),
  }));

/** A comma list as Azure writes it ("AzureServices, Logging"); `None` is no entry. */
export const bypassOf = (given: string): readonly string[] =>
  given
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '' && entry.toLowerCase() !== 'none');

/** Values of `ipRules` and their like. */
export const ipRules = (value: unknown, name: string, field = 'value'): readonly string[] =>
  parts(value, name)
    .map((rule) => text(rule, field))
    .filter(Boolean);

/** Subnet ids of `virtualNetworkRules`. */
export const virtualNetworkRules = (value: unknown, ...path: readonly string[]): readonly string[] =>
  parts(value, ...path)
    .map((rule) => idAt(rule, 'id') || idAt(rule, 'subnet', 'id'))
    .filter(Boolean);

/**
 * The firewall that most services share: `publicNetworkAccess` and a rule set with `defaultAction`. No rule set = Allow, which is
 * how Azure treats it. `bypass` is what an absent `bypass` of a present rule set means.
 */
export function toNetwork(properties: unknown, ruleSet: 'networkAcls' | 'networkRuleSet', bypass = ''): Network {
  const acls = part(properties, ruleSet);
  const stated = Object.keys(acls).length > 0;
  return {
    publicNetworkAccess: publicNetworkAccess(properties, 'publicNetworkAccess'),
    defaultAction: oneOf(['Allow', 'Deny'], 'Allow', acls, 'defaultAction'),
    bypass: bypassOf(textOr(stated ? bypass : '', acls, 'bypass')),
    ipRules: [...ipRules(acls, 'ipRules'), ...ipRules(acls, 'ipv6Rules')],
    virtualNetworkRules: virtualNetworkRules(acls, 'virtualNetworkRules'),
    privateEndpointConnections: toConnections(properties),
  };
}
