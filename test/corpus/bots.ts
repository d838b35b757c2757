import type { Body } from '../../src/collect/collector';
import { approvedList, diagnostics, group } from './bodies';
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
  spared,
  table,
  unapproved,
  unsure,
  values,
} from './table';

const id = `${group}/providers/Microsoft.BotService/botServices/hugin`;
const cmk = 'bot-cmk';
const logs = 'bot-diagnostic-logs';
const https = 'bot-https-endpoint';
const localAuth = 'bot-local-auth-disabled';
const privateLink = 'bot-private-endpoint-approved';
const strict = 'bot-public-network-disabled';
const channels = 'bot-unauthenticated-channel-and-multitenant';

const body: Body = {
  id,
  name: 'hugin',
  kind: 'azurebot',
  location: 'global',
  sku: { name: 'S1' },
  properties: {
    displayName: 'Hugin',
    endpoint: 'https://bot.contoso.example/api/messages',
    publicNetworkAccess: 'Disabled',
    disableLocalAuth: true,
    isCmekEnabled: true,
    msaAppType: 'UserAssignedMSI',
    msaAppId: '66666666-6666-4666-8666-666666666666',
    enabledChannels: ['msteams'],
    privateEndpointConnections: approvedList,
  },
};

export const bots = table(
  'bot',
  {
    kind: 'botService',
    body,
    around: [diagnostics(id)],
    labels: passes(cmk, logs, https, localAuth, privateLink, strict, channels),
  },
  values('properties.isCmekEnabled', notTrue, fails(cmk)),
  values('properties.disableLocalAuth', notTrue, fails(localAuth)),
  values('properties.publicNetworkAccess', open, fails(strict)),
  values('properties.publicNetworkAccess', closed, {}),
  values('properties.privateEndpointConnections', unapproved, fails(privateLink)),
  values('properties.privateEndpointConnections', [[endpoint('APPROVED')]], {}),
  values(
    'properties.endpoint',
    ['http://bot.contoso.example/api/messages', 'HTTP://bot.contoso.example', 'ftp://bot.contoso.example/x'],
    fails(https),
  ),
  values('properties.endpoint', ['HTTPS://bot.contoso.example/api/messages', 'https://x.example'], {}),
  values('properties.endpoint', [absent, null, ''], spared(https)),
  values('properties.msaAppType', ['MultiTenant', 'multitenant', absent, null, '', 'Federated2027'], fails(channels)),
  values('properties.msaAppType', ['SingleTenant', 'singletenant', 'userassignedmsi'], {}),
  values('properties.enabledChannels', [['msteams', 'email'], [], absent, null], {}),
  values('properties.enabledChannels', [['directline'], ['msteams', 'webchat'], ['DirectLine']], unsure(channels)),
  values('properties.enabledChannels', [['directline']], fails(channels), {
    also: { 'properties.msaAppType': 'MultiTenant' },
  }),
  row('no diagnostic setting', {}, fails(logs), { around: [] }),
  row('diagnostic settings unread', {}, unsure(logs), { around: [], gaps: [gap('diagnosticSetting', id)] }),
  row(
    'bot requests logged',
    {},
    {},
    {
      around: [diagnostics(id, { logs: [{ category: 'BotRequest', enabled: true }] })],
    },
  ),
  row('bot requests not logged', {}, fails(logs), {
    around: [diagnostics(id, { logs: [{ category: 'BotRequest', enabled: false }] })],
  }),
);
