import type { Body } from '../../src/collect/collector';
import { account, accountAround, accountId, diagnostics, group, otherSub, sub, subscriptionRaw } from './bodies';
import type { Raw } from './table';
import { absent, fails, gap, lay, passes, row, spared, table, unsure, values } from './table';

const kinds = 'aiservices-allowed-kinds';
const naming = 'aiservices-naming';
const regions = 'aiservices-multi-region';
const lock = 'ai-resource-lock';
const alerts = 'aiservices-metric-alert-exists';
const retention = 'aiservices-diagnostic-log-retention';

const deployment = (owner: string): Raw => ({
  kind: 'deployment',
  under: owner,
  body: {
    id: `${owner}/deployments/chat`,
    name: 'chat',
    sku: { name: 'Standard', capacity: 1 },
    properties: { model: { format: 'OpenAI', name: 'gpt-4o', version: '1' } },
  },
});
const secondId = `${accountId}-2`;
const second = (patch: Body = {}): Raw => ({
  kind: 'aiAccount',
  body: lay(account, { id: secondId, name: 'nordlys-2', location: 'West Europe', tags: { env: 'prod' }, ...patch }),
});
const pair = (patch: Body = {}): readonly Raw[] => [second(patch), deployment(accountId), deployment(secondId)];

const locked = (scope: string, level: unknown = 'CanNotDelete'): Raw => ({
  kind: 'resourceLock',
  under: sub,
  body: { id: `${scope}/providers/Microsoft.Authorization/locks/keep`, name: 'keep', properties: { level } },
});
const alert = (properties: Body = {}): Raw => ({
  kind: 'metricAlert',
  body: {
    id: `${group}/providers/Microsoft.Insights/metricAlerts/errors`,
    name: 'errors',
    location: 'global',
    properties: { enabled: true, scopes: [accountId], ...properties },
  },
});
const logsId = `${group}/providers/Microsoft.OperationalInsights/workspaces/la`;
const kept = (retentionInDays: unknown): Raw => ({
  kind: 'logWorkspace',
  body: { id: logsId, name: 'la', properties: { retentionInDays } },
});
const others = accountAround.slice(1);
/** What stands around the account, with one part of it exchanged. */
const around = ({
  regional = pair(),
  locks = [locked(accountId)],
  alerting = [alert()],
  logging = [diagnostics(accountId), kept(365)],
}: Partial<Record<'regional' | 'locks' | 'alerting' | 'logging', readonly Raw[]>> = {}) => ({
  around: [...others, subscriptionRaw, ...regional, ...locks, ...alerting, ...logging],
});

const hygiene = table(
  'account, hygiene',
  {
    kind: 'aiAccount',
    body: lay(account, { tags: { env: 'prod' } }),
    ...around(),
    policy: { productionTag: 'env=prod', namePattern: 'nord[a-z]+', allowedAccountKinds: ['AIServices'] },
    labels: passes(kinds, naming, regions, lock, alerts, retention),
  },
  values('kind', ['OpenAI', 'SpeechServices'], fails(kinds)),
  values('kind', ['aiservices'], {}),
  row('a name of no pattern', {}, fails(naming), { policy: { namePattern: 'cog-[a-z]+' } }),
  row('nothing given by the policy file', {}, spared(kinds, naming, regions, lock), {
    policy: { productionTag: '', namePattern: '', allowedAccountKinds: [] },
  }),
  values('tags', [absent, null, {}, { env: 'test' }], spared(regions, lock)),
  row('a single region', {}, fails(regions), around({ regional: pair({ location: 'norwayeast' }) })),
  row('the other is no production', {}, fails(regions), around({ regional: pair({ tags: {} }) })),
  row('the other serves no model', {}, fails(regions), around({ regional: [second(), deployment(accountId)] })),
  row('no lock', {}, fails(lock), around({ locks: [] })),
  ...[group, sub].map((scope) => row(`a lock at ${scope}`, {}, {}, around({ locks: [locked(scope)] }))),
  row('a lock that only reads', {}, {}, around({ locks: [locked(accountId, 'ReadOnly')] })),
  row('a lock on another account', {}, fails(lock), around({ locks: [locked(secondId)] })),
  row('locks unread', {}, unsure(lock), { ...around({ locks: [] }), gaps: [gap('resourceLock', sub)] }),
  row('no alert', {}, fails(alerts), around({ alerting: [] })),
  row('an alert that is off', {}, fails(alerts), around({ alerting: [alert({ enabled: false })] })),
  row('an alert on another account', {}, fails(alerts), around({ alerting: [alert({ scopes: [secondId] })] })),
  row(
    'an alert on all accounts of the group',
    {},
    {},
    around({
      alerting: [
        alert({
          scopes: [group],
          targetResourceType: 'Microsoft.CognitiveServices/accounts',
          targetResourceRegion: 'norwayeast',
        }),
      ],
    }),
  ),
  ...[364, 30].map((days) =>
    row(`logs of ${days} days`, {}, fails(retention), around({ logging: [diagnostics(accountId), kept(days)] })),
  ),
  row('logs of two years', {}, {}, around({ logging: [diagnostics(accountId), kept(730)] })),
  row('logs of a workspace that was not read', {}, unsure(retention), around({ logging: [diagnostics(accountId)] })),
);

const lingering = 'ai-deleted-account-lingering';
const deleted = table(
  'deleted account',
  {
    kind: 'deletedAccount',
    under: sub,
    body: {
      id: `${sub}/providers/Microsoft.CognitiveServices/locations/norwayeast/resourceGroups/rg-ai/deletedAccounts/gone`,
      name: 'gone',
      location: 'norwayeast',
      properties: { deletionDate: '2026-11-20T06:00:00Z', scheduledPurgeDate: '2026-11-22T06:00:00Z' },
    },
    around: [subscriptionRaw],
    labels: passes(lingering),
  },
  values('properties.scheduledPurgeDate', ['2026-11-25T06:00:00Z', '2026-11-24T06:00:01Z'], fails(lingering)),
);

/** A private endpoint of a resource, the service's group, and the zones that it needs all of. */
const zoned = (rule: string, subject: Raw, groupId: string, zones: readonly string[]) => {
  const target = String(subject.body['id']);
  const id = `${group}/providers/Microsoft.Network/privateEndpoints/pe-${groupId.toLowerCase()}`;
  const zoneGroup = (names: readonly string[]): Raw => ({
    kind: 'privateDnsZoneGroup',
    under: id,
    body: {
      id: `${id}/privateDnsZoneGroups/default`,
      name: 'default',
      properties: {
        privateDnsZoneConfigs: names.map((name) => ({
          name,
          properties: { privateDnsZoneId: `${otherSub}/providers/Microsoft.Network/privateDnsZones/${name}` },
        })),
      },
    },
  });
  const link = {
    privateLinkServiceId: target,
    groupIds: [groupId],
    privateLinkServiceConnectionState: { status: 'Approved' },
  };
  return table(
    `endpoint of ${groupId}`,
    {
      kind: 'privateEndpoint',
      body: { id, name: 'pe', properties: { privateLinkServiceConnections: [{ name: 'c', properties: link }] } },
      around: [subject, zoneGroup(zones)],
      labels: passes(rule),
    },
    row('no zone group', {}, fails(rule), { around: [subject] }),
    row('a zone of another service', {}, fails(rule), {
      around: [subject, zoneGroup(['privatelink.blob.core.windows.net'])],
    }),
    row('zone groups unread', {}, unsure(rule), { around: [subject], gaps: [gap('privateDnsZoneGroup', id)] }),
    ...zones.slice(1).map((zone) => row(`only ${zone}`, {}, fails(rule), { around: [subject, zoneGroup([zone])] })),
  );
};

const bot: Body = { id: `${group}/providers/Microsoft.BotService/botServices/hugin`, name: 'hugin', properties: {} };
const soek: Body = { id: `${group}/providers/Microsoft.Search/searchServices/soek`, name: 'soek', properties: {} };
const fjell: Body = {
  id: `${group}/providers/Microsoft.MachineLearningServices/workspaces/fjell`,
  name: 'fjell',
  properties: {},
};
const searchRule = 'search-private-dns-zone-linked';
const workspaceRule = 'mlw-private-dns-zone-linked';
const endpoints = [
  ...zoned('aiservices-private-dns-zone-linked', { kind: 'aiAccount', body: account }, 'account', [
    'privatelink.cognitiveservices.azure.com',
  ]),
  ...zoned('bot-private-dns-zone-linked', { kind: 'botService', body: bot }, 'Bot', [
    'privatelink.directline.botframework.com',
  ]),
  ...zoned(searchRule, { kind: 'searchService', body: soek }, 'searchService', ['privatelink.search.windows.net']),
  ...zoned(workspaceRule, { kind: 'mlWorkspace', body: fjell }, 'amlworkspace', [
    'privatelink.api.azureml.ms',
    'privatelink.notebooks.azure.net',
  ]),
];

export const accountsOptional = [...hygiene, ...deleted, ...endpoints];
