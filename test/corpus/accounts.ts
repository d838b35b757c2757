import type { Raw } from './table';
import {
  account,
  accountAround,
  accountId,
  defenderSetting,
  diagnostics,
  perimeter,
  sub,
  subscriptionRaw,
} from './bodies';
import { absent, fails, gap, notTrue, passes, row, spared, table, unsure, values } from './table';

const localAuth = 'aiservices-local-auth-disabled';
const projectKeys = 'foundry-default-project-local-auth';
const keyAge = 'aiservices-key-age-and-regeneration';
const trusted = 'aiservices-trusted-services-bypass';
const identity = 'aiservices-managed-identity';
const outbound = 'aiservices-outbound-restricted';
const fqdn = 'aiservices-outbound-fqdn-allowlist';
const wildcard = 'aiservices-wildcard-fqdn-allowlist';
const stored = 'aiservices-stored-completions-off';
const cmk = 'aiservices-cmk-encryption';
const foundryCmk = 'foundry-cmk';
const subdomain = 'aiservices-no-custom-subdomain';
const logs = 'aiservices-diagnostic-logs-enabled';
const setting = 'aiservices-defender-for-ai-resource-enabled';
const tagged = 'aiservices-tagged';
const owner = 'ai-inventory-owner-missing';
const abuse = 'aiservices-abuse-monitoring-logging';
const ownStorage = 'aiservices-customer-owned-storage';
const alerts = 'defender-ai-alerts-active';
const bypass = 'properties.networkAcls.bypass';

const base = {
  kind: 'aiAccount',
  body: account,
  around: accountAround,
  labels: {
    ...passes(localAuth, projectKeys, trusted, identity, outbound, wildcard, stored, cmk, foundryCmk, subdomain, logs),
    ...passes(setting, tagged, owner, abuse, alerts),
    ...spared(keyAge, fqdn, ownStorage),
  },
} as const;

const keysOn = { 'properties.disableLocalAuth': false };
const keys = fails(localAuth, projectKeys);

const regenerated = (at: string, status = 'Succeeded', target = accountId): Raw => ({
  kind: 'keyRegeneration',
  under: sub,
  body: {
    id: `${target}/events/e1/ticks/1`,
    resourceId: target,
    operationName: { value: 'Microsoft.CognitiveServices/accounts/regenerateKey/action' },
    status: { value: status },
    eventTimestamp: at,
    caller: 'ops@contoso.example',
  },
});
const withRegeneration = (at: string) => [...accountAround, subscriptionRaw, regenerated(at)];

const withLogs = (properties: object) => [
  diagnostics(accountId, { ...properties }),
  defenderSetting('Enabled'),
  perimeter(accountId, 'Enforced'),
];
const log = (category: string, enabled: unknown = true) => ({ category, enabled });
const groupLog = (categoryGroup: string, enabled: unknown = true) => ({ categoryGroup, enabled });

const alert = (properties: object): Raw => ({
  kind: 'defenderAlert',
  body: {
    id: `${sub}/providers/Microsoft.Security/locations/norwayeast/alerts/a1`,
    name: 'a1',
    properties: {
      alertType: 'AI.Azure_Jailbreak.ContentFiltering.DetectedAttempt',
      status: 'Active',
      severity: 'Medium',
      startTimeUtc: '2026-11-20T10:00:00Z',
      resourceIdentifiers: [{ type: 'AzureResource', azureResourceId: accountId }],
      ...properties,
    },
  },
});

export const accounts = table(
  'account',
  base,
  values('properties.disableLocalAuth', notTrue, { ...keys, ...fails(keyAge) }),
  values('properties.DisableLocalAuth', [true], {}, { also: { 'properties.disableLocalAuth': absent } }),
  // Keys on: younger than 90 days, 90 days to the second, a second more.
  ...(
    [
      ['2026-11-01T00:00:00Z', 'pass'],
      ['2026-08-26T06:00:00Z', 'pass'],
      ['2026-08-26T05:59:59Z', 'fail'],
      ['2024-01-01T00:00:00Z', 'fail'],
      ['not a date', 'fail'],
    ] as const
  ).map(([at, status]) =>
    row(`keys on, made ${at}`, { ...keysOn, 'properties.dateCreated': at }, { ...keys, [keyAge]: status }),
  ),
  ...(
    [
      ['2026-11-10T00:00:00Z', 'pass'],
      ['2026-08-26T06:00:00Z', 'pass'],
      ['2026-08-26T05:59:59Z', 'fail'],
    ] as const
  ).map(([at, status]) =>
    row(`keys on, regenerated ${at}`, keysOn, { ...keys, [keyAge]: status }, { around: withRegeneration(at) }),
  ),
  row(
    'keys on, another account regenerated',
    keysOn,
    { ...keys, ...fails(keyAge) },
    {
      around: [...accountAround, subscriptionRaw, regenerated('2026-11-10T00:00:00Z', 'Succeeded', `${accountId}2`)],
    },
  ),
  row(
    'keys on, the activity log unread',
    keysOn,
    { ...keys, ...unsure(keyAge) },
    { gaps: [gap('keyRegeneration', sub)] },
  ),
  row(
    'keys on, a limit of 30 days',
    { ...keysOn, 'properties.dateCreated': '2026-10-20T00:00:00Z' },
    { ...keys, ...fails(keyAge) },
    {
      policy: { maxKeyAgeDays: 30 },
    },
  ),
  values(bypass, ['AzureServices', 'azureservices'], {}),
  values(bypass, ['AzureServices', 'azureservices'], { ...keys, ...fails(keyAge, trusted) }, { also: keysOn }),
  values(bypass, ['None', absent, null, ''], { ...keys, ...fails(keyAge) }, { also: keysOn }),
  values(
    'identity',
    [absent, null, {}, { type: 'None' }, { type: 'none' }, { type: '' }, 'SystemAssigned'],
    fails(identity),
  ),
  values(
    'identity',
    [
      { type: 'SystemAssigned', principalId: 'p' },
      { type: 'systemassigned' },
      { type: 'UserAssigned', userAssignedIdentities: { [`${sub}/x`]: { principalId: 'p' } } },
      { type: 'SystemAssigned, UserAssigned' },
      { type: 'SystemAssigned,UserAssigned' },
    ],
    {},
  ),
  values('properties.restrictOutboundNetworkAccess', notTrue, { ...fails(outbound), ...spared(wildcard) }),
  values('kind', ['OpenAI', 'openai', 'OPENAI'], { ...passes(fqdn), ...spared(foundryCmk) }),
  values(
    'properties.allowedFqdnList',
    [absent, null, [], {}, ''],
    { ...fails(fqdn), ...spared(foundryCmk) },
    { also: { kind: 'OpenAI' } },
  ),
  values(
    'properties.restrictOutboundNetworkAccess',
    notTrue,
    { ...fails(outbound, fqdn), ...spared(foundryCmk, wildcard) },
    { also: { kind: 'OpenAI' } },
  ),
  values(
    'properties.allowedFqdnList',
    [['*'], ['*.contoso.example'], ['pastebin.com'], ['models.contoso.example', '*']],
    fails(wildcard),
  ),
  values('properties.allowedFqdnList', [['a.contoso.example', 'b.contoso.example'], ['models.CONTOSO.example']], {}),
  values('properties.storedCompletionsDisabled', notTrue, fails(stored)),
  values('kind', ['SpeechServices', 'FormRecognizer', 'ComputerVision', 'TextTranslation'], spared(stored, foundryCmk)),
  // What proves a customer-managed key, and what does not.
  values(
    'properties.encryption',
    [
      absent,
      null,
      {},
      [],
      'Microsoft.KeyVault',
      { keySource: 'Microsoft.KeyVault' },
      { keySource: 'Microsoft.CognitiveServices' },
      { keySource: 'Microsoft.CognitiveServices', keyVaultProperties: null },
      { keySource: 'Microsoft.KeyVault', keyVaultProperties: {} },
    ],
    fails(cmk, foundryCmk),
  ),
  values(
    'properties.encryption',
    [
      {
        keySource: 'microsoft.keyvault',
        keyVaultProperties: { keyVaultUri: 'https://KV-CMK.vault.azure.net', keyName: 'k' },
      },
    ],
    {},
  ),
  values(
    'kind',
    [
      ...[
        'CognitiveServices',
        'ContentSafety',
        'ImmersiveReader',
        'HealthInsights',
        'LUIS',
        'LUIS.Authoring',
        'QnAMaker',
      ],
      ...[
        'QnAMaker.V2',
        'MetricsAdvisor',
        'SpeechTranslation',
        'Internal.AllInOne',
        'ConversationalLanguageUnderstanding',
      ],
      ...['knowledge', 'TranscriptionIntelligence', 'HealthDecisionSupport', 'contentsafety'],
    ],
    spared(cmk, stored, foundryCmk),
  ),
  values(
    'kind',
    ['TextAnalytics', 'Face', 'Personalizer'],
    { ...fails(cmk), ...spared(stored, foundryCmk) },
    { also: { 'properties.encryption': {} } },
  ),
  values('properties.allowProjectManagement', [false, absent, null, 'true'], spared(foundryCmk, projectKeys)),
  values('properties.customSubDomainName', [absent, null, '', 7, {}], fails(subdomain)),
  values('properties.customSubDomainName', ['x', 'NORDLYS-2'], {}),
  row('no diagnostic setting', {}, fails(logs), { around: [defenderSetting('Enabled')] }),
  row('diagnostic settings unread', {}, unsure(logs), {
    around: [defenderSetting('Enabled')],
    gaps: [gap('diagnosticSetting', accountId)],
  }),
  ...(
    [
      ['audit and requests by category', [log('Audit'), log('RequestResponse')], 'pass'],
      ['all categories', [log('Audit'), log('RequestResponse'), log('Trace')], 'pass'],
      ['categories in another casing', [log('audit'), log('requestresponse')], 'pass'],
      ['the group in another casing', [groupLog('AllLogs')], 'pass'],
      ['the audit group and requests', [groupLog('audit'), log('RequestResponse')], 'pass'],
      ['the audit group alone', [groupLog('audit')], 'fail'],
      ['audit alone', [log('Audit')], 'fail'],
      ['requests alone', [log('RequestResponse')], 'fail'],
      ['trace alone', [log('Trace')], 'fail'],
      ['requests switched off', [log('Audit'), log('RequestResponse', false)], 'fail'],
      ['the group switched off', [groupLog('allLogs', false)], 'fail'],
      ['the group on as text', [groupLog('allLogs', 'true')], 'fail'],
      ['no log', [], 'fail'],
      ['no list', null, 'fail'],
    ] as const
  ).map(([name, list, status]) => row(`logs: ${name}`, {}, { [logs]: status }, { around: withLogs({ logs: list }) })),
  row('logs without a destination', {}, fails(logs), { around: withLogs({ workspaceId: null }) }),
  row('metrics alone', {}, fails(logs), {
    around: withLogs({ logs: [], metrics: [{ category: 'AllMetrics', enabled: true }] }),
  }),
  row(
    'logs to an event hub',
    {},
    {},
    {
      around: withLogs({ workspaceId: '', eventHubAuthorizationRuleId: `${sub}/eh` }),
    },
  ),
  row('logs to a storage account', {}, {}, { around: withLogs({ workspaceId: '', storageAccountId: `${sub}/st` }) }),
  ...['Enabled', 'enabled'].map((state) =>
    row(`defender setting ${state}`, {}, {}, { around: [diagnostics(accountId), defenderSetting(state)] }),
  ),
  ...['Disabled', 'disabled', '', null, true, 'Paused2027'].map((state) =>
    row(`defender setting ${String(state) || 'empty'}`, {}, fails(setting), {
      around: [diagnostics(accountId), defenderSetting(state)],
    }),
  ),
  row('no defender setting', {}, fails(setting), { around: [diagnostics(accountId)] }),
  row('defender setting unread', {}, unsure(setting), {
    around: [diagnostics(accountId)],
    gaps: [gap('defenderForAiSetting', accountId)],
  }),
  values('tags', [absent, null, {}, []], fails(tagged, owner)),
  values(
    'tags',
    [{ env: 'prod' }, { owner: 'x' }, { owner: '', 'data-classification': 'a', 'ai-risk-class': 'b' }],
    fails(owner),
  ),
  values('tags', [{ OWNER: 'x', 'Data-Classification': 'a', 'AI-Risk-Class': 'b' }], {}),
  row('a required tag is missing', {}, fails(tagged, owner), { policy: { requiredTags: ['CostCenter'] } }),
  row('required tags are there', { tags: { costcenter: '7' } }, {}, { policy: { requiredTags: ['CostCenter'] } }),
  values(
    'properties.capabilities',
    [[{ name: 'ContentLogging', value: 'false' }], [{ name: 'contentlogging', value: 'False' }]],
    fails(abuse),
  ),
  values(
    'properties.capabilities',
    [[{ name: 'ContentLogging', value: 'true' }], [{ name: 'Other', value: 'false' }], [], null, {}],
    {},
  ),
  values('properties.userOwnedStorage', [absent, null, []], fails(ownStorage), {
    also: { 'properties.capabilities': [{ name: 'CustomerManagedStorage' }] },
  }),
  values(
    'properties.userOwnedStorage',
    [[{ resourceId: `${sub}/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/s` }]],
    passes(ownStorage),
    {
      also: { 'properties.capabilities': [{ name: 'CustomerManagedStorage' }] },
    },
  ),
  ...['Active', 'active', 'InProgress'].map((status) =>
    row(`alert ${status}`, {}, fails(alerts), { around: [...accountAround, alert({ status })] }),
  ),
  ...['Dismissed', 'Resolved', 'resolved'].map((status) =>
    row(`alert ${status}`, {}, {}, { around: [...accountAround, alert({ status })] }),
  ),
  row(
    'alert on another account',
    {},
    {},
    {
      around: [...accountAround, alert({ resourceIdentifiers: [{ azureResourceId: `${accountId}-2` }] })],
    },
  ),
  row('alert on a deployment of it', {}, fails(alerts), {
    around: [...accountAround, alert({ resourceIdentifiers: [{ azureResourceId: `${accountId}/deployments/d` }] })],
  }),
  row('alerts unread', {}, unsure(alerts), { gaps: [gap('defenderAlert', sub)] }),
);
