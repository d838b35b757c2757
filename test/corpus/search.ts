import type { Body } from '../../src/collect/collector';
import { approvedList, diagnostics, group, perimeter } from './bodies';
import {
  absent,
  closed,
  endpoint,
  fails,
  gap,
  notTrue,
  open,
  passes,
  row,
  table,
  unapproved,
  unsure,
  spared,
  values,
} from './table';

const id = `${group}/providers/Microsoft.Search/searchServices/soek`;
const firewall = 'search-firewall-or-private';
const strict = 'search-public-network-disabled';
const broad = 'search-ip-rules-not-any';
const localAuth = 'search-local-auth-disabled';
const identity = 'search-managed-identity';
const privateLink = 'search-private-endpoint-approved';
const logs = 'search-diagnostic-logs';

const body: Body = {
  id,
  name: 'soek',
  type: 'Microsoft.Search/searchServices',
  location: 'Norway East',
  sku: { name: 'standard' },
  identity: { type: 'SystemAssigned', principalId: 'p' },
  properties: {
    replicaCount: 3,
    partitionCount: 1,
    publicNetworkAccess: 'disabled',
    networkRuleSet: { ipRules: [], bypass: 'None' },
    disableLocalAuth: true,
    encryptionWithCmk: { enforcement: 'Enabled', encryptionComplianceStatus: 'Compliant' },
    privateEndpointConnections: approvedList,
  },
};
const labels = passes(firewall, strict, broad, localAuth, identity, privateLink, logs);
const base = { kind: 'searchService', body, around: [diagnostics(id)], labels } as const;
const ip = (...list: readonly string[]): unknown => list.map((value) => ({ value }));
const rules = 'properties.networkRuleSet.ipRules';
const on = { 'properties.publicNetworkAccess': 'enabled' };
const secured = { 'properties.publicNetworkAccess': 'securedByPerimeter' };

export const search = table(
  'search',
  base,
  values('properties.disableLocalAuth', notTrue, fails(localAuth)),
  values('properties.publicNetworkAccess', closed, {}),
  values('properties.publicNetworkAccess', open, fails(strict, firewall)),
  values(rules, [absent, null, [], {}, 'any'], fails(strict, firewall), { also: on }),
  values(rules, [ip('51.120.8.7'), ip('51.120.8.0/24'), ip('11.0.0.0/9')], fails(strict), { also: on }),
  values(
    rules,
    [ip('0.0.0.0/0'), ip('11.0.0.0/8'), ip('0.0.0.0/1', '128.0.0.0/1'), ip('11.0.0.0/9', '11.128.0.0/9'), ip('::/0')],
    fails(strict, firewall, broad),
    { also: on },
  ),
  values('properties.networkRuleSet', [absent, null, {}, []], fails(strict, firewall), { also: on }),
  values(rules, [ip('51.120.8.0/24')], {}),
  row('a perimeter enforces', secured, {}, { around: [diagnostics(id), perimeter(id, 'Enforced')] }),
  ...['Learning', 'Audit', 'Watch2027', ''].map((mode) =>
    row(`a perimeter in mode ${mode || 'empty'}`, secured, fails(firewall, strict), {
      around: [diagnostics(id), perimeter(id, mode)],
    }),
  ),
  row('no perimeter', secured, fails(firewall, strict)),
  row('perimeter unread', secured, unsure(firewall, strict), { gaps: [gap('perimeterAssociation', id)] }),
  values('identity', [absent, null, {}, { type: 'None' }, { type: 'none' }], fails(identity)),
  values('identity', [{ type: 'UserAssigned' }, { type: 'SystemAssigned, UserAssigned' }], {}),
  values('properties.privateEndpointConnections', unapproved, fails(privateLink)),
  values('properties.privateEndpointConnections', [[endpoint('approved')]], {}),
  row('no diagnostic setting', {}, fails(logs), { around: [] }),
  row('diagnostic settings unread', {}, unsure(logs), { around: [], gaps: [gap('diagnosticSetting', id)] }),
  ...(
    [
      ['operation logs', { logs: [{ category: 'OperationLogs', enabled: true }] }, 'pass'],
      ['operation logs off', { logs: [{ category: 'OperationLogs', enabled: false }] }, 'fail'],
      ['the audit group', { logs: [{ categoryGroup: 'audit', enabled: true }] }, 'pass'],
      ['metrics only', { logs: [], metrics: [{ category: 'AllMetrics', enabled: true }] }, 'fail'],
      ['no destination', { workspaceId: null }, 'fail'],
      ['on as text', { logs: [{ categoryGroup: 'allLogs', enabled: 'true' }] }, 'fail'],
    ] as const
  ).map(([name, properties, status]) =>
    row(`logs: ${name}`, {}, { [logs]: status }, { around: [diagnostics(id, properties)] }),
  ),
  row('the network off and the internet in the rules', { [rules]: ip('0.0.0.0/0') }, spared(broad)),
);
