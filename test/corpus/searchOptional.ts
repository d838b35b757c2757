import type { Body } from '../../src/collect/collector';
import { group, otherSub, storageId, sub, subscriptionRaw } from './bodies';
import type { Raw } from './table';
import { absent, fails, gap, lay, notTrue, passes, row, spared, table, unsure, values } from './table';

const tier = 'search-sku-supports-private-link';
const both = 'search-auth-both';
const failureMode = 'search-auth-failure-mode';
const compliant = 'search-cmk-compliant';
const enforced = 'search-cmk-enforced';
const exfiltration = 'search-data-exfiltration-protection';
const indexSla = 'search-replicas-index-sla';
const querySla = 'search-replicas-query-sla';
const pending = 'search-shared-private-link-pending';
const tagged = 'search-tagged-and-named';
const zones = 'search-zone-redundant';
const regions = 'search-multi-region';

const id = `${group}/providers/Microsoft.Search/searchServices/soek`;
const link = (status: unknown): Body => ({
  name: 'store',
  properties: { privateLinkResourceId: storageId, groupId: 'blob', status },
});
const body: Body = {
  id,
  name: 'soek',
  location: 'Norway East',
  tags: { owner: 'team-ai', env: 'prod' },
  sku: { name: 'standard' },
  properties: {
    replicaCount: 3,
    disableLocalAuth: true,
    encryptionWithCmk: { enforcement: 'Enabled', encryptionComplianceStatus: 'Compliant' },
    dataExfiltrationProtections: ['BlockAll'],
    sharedPrivateLinkResources: [link('Approved')],
  },
};
const other = (patch: Body = {}): Raw => ({
  kind: 'searchService',
  body: lay(body, { id: `${id}-2`, name: 'soek-2', location: 'West Europe', ...patch }),
});
const cmk = 'properties.encryptionWithCmk';
const keysOn = { 'properties.disableLocalAuth': false };
const shared = 'properties.sharedPrivateLinkResources';

const hygiene = table(
  'search, hygiene',
  {
    kind: 'searchService',
    body,
    around: [other()],
    policy: { productionTag: 'env=prod', namePattern: '^soek' },
    labels: {
      ...passes(tier, compliant, enforced, exfiltration, indexSla, querySla, pending, tagged, zones, regions),
      ...spared(failureMode),
    },
  },
  values('sku', [{ name: 'free' }, { name: 'Free' }], {
    ...fails(tier),
    ...spared(indexSla, querySla, zones),
  }),
  values('sku', [{ name: 'basic' }, { name: 'standard2' }, { name: 'Storage_Optimized_L1' }], {}),
  values(cmk, [absent, null, {}, { enforcement: 'Disabled' }, { enforcement: 'Unspecified' }], {
    ...fails(enforced),
    ...spared(compliant),
  }),
  values(`${cmk}.encryptionComplianceStatus`, ['NonCompliant', 'noncompliant', 'Partly2027'], fails(compliant)),
  values('properties.dataExfiltrationProtections', [absent, null, [], ['Some2027']], fails(exfiltration)),
  values('properties.dataExfiltrationProtections', [['blockall'], ['Some2027', 'BlockAll']], {}),
  values('properties.replicaCount', [2], fails(indexSla)),
  values('properties.replicaCount', [1, absent, null], fails(indexSla, querySla, zones)),
  values(
    shared,
    [['Pending'], ['Rejected'], ['Disconnected'], ['Approved', 'Pending']].map((all) => all.map(link)),
    fails(pending),
  ),
  values(shared, [[], absent, null], spared(pending)),
  values('tags', [absent, null, {}], { ...fails(tagged), ...spared(regions) }),
  row('a name of no pattern', {}, fails(tagged), { policy: { namePattern: '^srch-' } }),
  row('no second service', {}, fails(regions), { around: [] }),
  row('a second service in the same region', {}, fails(regions), { around: [other({ location: 'norwayeast' })] }),
  row('a second service not of production', {}, fails(regions), { around: [other({ tags: { env: 'test' } })] }),
  row('production not given', {}, spared(regions), { policy: { productionTag: '' } }),
  values('properties.authOptions', [{ aadOrApiKey: { aadAuthFailureMode: 'http403' } }], passes(failureMode), {
    also: keysOn,
  }),
  values(
    'properties.authOptions',
    [{ aadOrApiKey: { aadAuthFailureMode: 'http401WithBearerChallenge' } }, { aadOrApiKey: {} }],
    fails(failureMode),
    { also: keysOn },
  ),
);

const reader = '1407120a-92aa-4202-b7e9-c0e197c71c8f';
const readerId = `/providers/Microsoft.Authorization/roleDefinitions/${reader}`;
const person = 'aaaaaaaa-0000-4000-8000-000000000001';
const definition: Raw = {
  kind: 'roleDefinition',
  body: {
    id: readerId,
    name: reader,
    properties: {
      roleName: 'Search Index Data Reader',
      type: 'BuiltInRole',
      permissions: [
        {
          actions: [],
          notActions: [],
          dataActions: ['Microsoft.Search/searchServices/indexes/documents/read'],
          notDataActions: [],
        },
      ],
      assignableScopes: ['/'],
    },
  },
};
const principal: Raw = {
  kind: 'principal',
  body: { '@odata.type': '#microsoft.graph.user', id: person, displayName: 'A', userType: 'Member' },
};
const assigned = (scope: string): readonly Raw[] => [
  subscriptionRaw,
  definition,
  principal,
  {
    kind: 'roleAssignment',
    body: {
      id: `${scope}/providers/Microsoft.Authorization/roleAssignments/r1`,
      name: 'r1',
      properties: { roleDefinitionId: readerId, principalId: person, principalType: 'User', scope },
    },
  },
];
const roles = table(
  'search, keys beside roles',
  { kind: 'searchService', body, around: assigned(id), labels: passes(both) },
  values('properties.disableLocalAuth', notTrue, fails(both), {
    also: { 'properties.authOptions': { aadOrApiKey: { aadAuthFailureMode: 'http403' } } },
  }),
  ...[group, sub].map((scope) => row(`roles at ${scope}`, keysOn, fails(both), { around: assigned(scope) })),
  row('roles on another subscription', keysOn, spared(both), { around: assigned(otherSub) }),
  row('assignments unread', keysOn, unsure(both), { around: [subscriptionRaw], gaps: [gap('roleAssignment', sub)] }),
);

export const searchOptional = [...hygiene, ...roles];
