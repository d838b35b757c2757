import type { InboundRule, NetworkSecurityGroup } from '../../model/workloads';
import { base } from '../base';
import { part, parts, text, texts, whole } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { workloadsQuery } from '../queries';

/** Sources that mean any address of the internet. */
const isAnywhere = (source: string): boolean => /^(?:\*|any|internet|0\.0\.0\.0(?:\/0)?|::\/0)$/i.test(source);

const oneOrMany = (rule: unknown, one: string): readonly string[] => [
  ...new Set([text(rule, one), ...texts(rule, one.endsWith('x') ? `${one}es` : `${one}s`)].filter(Boolean)),
];

function toPorts(range: string): readonly (readonly [number, number])[] {
  if (range === '*') return [[0, 65_535]];
  const [, from = '', to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(range) ?? [];
  return from === '' ? [] : [[Number(from), Number(to)]];
}

/** A rule on TCP from anywhere into the group; null for others. A rule without a priority stands last. */
function toInbound(rule: unknown): InboundRule | null {
  const inbound = text(rule, 'direction').toLowerCase() === 'inbound';
  const tcp = ['tcp', '*', ''].includes(text(rule, 'protocol').toLowerCase());
  const anywhere = oneOrMany(rule, 'sourceAddressPrefix').some(isAnywhere);
  const ports = oneOrMany(rule, 'destinationPortRange').flatMap(toPorts);
  if (!inbound || !tcp || !anywhere || ports.length === 0) return null;
  const access = text(rule, 'access').toLowerCase() === 'allow' ? 'Allow' : 'Deny';
  return { priority: whole(rule, 'priority') ?? 65_000, access, ports };
}

/** A security group: its rules on what comes from the internet, by priority. */
export function toNetworkSecurityGroup(body: Body): NetworkSecurityGroup {
  const rules = parts(body, 'properties', 'securityRules').map((rule) => toInbound(part(rule, 'properties')));
  return {
    ...base('networkSecurityGroup', body),
    fromInternet: rules.filter((rule) => rule !== null).sort((a, b) => a.priority - b.priority),
  };
}

export default surveyCollector({
  kind: 'networkSecurityGroup',
  permissions: ['Microsoft.Network/networkSecurityGroups/read'],
  query: workloadsQuery,
  types: ['microsoft.network/networksecuritygroups'],
  convert: (row) => ({ resource: toNetworkSecurityGroup(row) }),
});
