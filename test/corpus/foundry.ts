import type { Body } from '../../src/collect/collector';
import type { Raw } from './table';
import { account, accountAround, accountId, accountRaw, subnetId } from './bodies';
import { absent, fails, gap, lay, notTrue, passes, row, spared, table, unsure, values } from './table';

const injection = 'foundry-agent-network-injection';
const stores = 'foundry-agent-bring-own-stores';
const insights = 'foundry-application-insights-connected';

const host = (properties: Body = {}): Body => ({
  id: `${accountId}/capabilityHosts/agents`,
  name: 'agents',
  properties: {
    capabilityHostKind: 'Agents',
    threadStorageConnections: ['threads'],
    storageConnections: ['files'],
    vectorStoreConnections: ['vectors'],
    enablePublicHostingEnvironment: false,
    ...properties,
  },
});
const hostRaw: Raw = { kind: 'capabilityHost', under: accountId, body: host() };
const injected = 'properties.networkInjections';
const agent = (more: Body = {}): Body => ({ scenario: 'agent', subnetArmId: subnetId, ...more });

const injections = table(
  'account with agents',
  { kind: 'aiAccount', body: account, around: [...accountAround, hostRaw], labels: passes(injection) },
  values(
    injected,
    [
      absent,
      null,
      [],
      {},
      [{ scenario: 'none' }],
      [agent({ subnetArmId: '' })],
      [agent({ subnetArmId: null })],
      [{ scenario: 'training', subnetArmId: subnetId }],
    ],
    fails(injection),
  ),
  values(injected, [[agent()], agent(), [agent({ scenario: 'Agent' })], [{ scenario: 'none' }, agent()]], {}),
  row('no agents', { [injected]: [] }, spared(injection), { around: accountAround }),
  row('agents unread', { [injected]: [] }, unsure(injection), {
    around: accountAround,
    gaps: [gap('capabilityHost', accountId)],
  }),
);

const hosts = table(
  'capability host',
  {
    kind: 'capabilityHost',
    under: accountId,
    body: host(),
    around: [{ kind: 'aiAccount', body: lay(account, { 'properties.allowProjectManagement': false }) }],
    labels: passes(stores),
  },
  ...['threadStorageConnections', 'storageConnections', 'vectorStoreConnections'].map((name) =>
    values(`properties.${name}`, [absent, null, [], {}, ['']], fails(stores)),
  ),
  values('properties.enablePublicHostingEnvironment', [true], fails(stores)),
  values('properties.enablePublicHostingEnvironment', notTrue, {}),
  values('properties.capabilityHostKind', ['agents', 'AGENTS'], {}),
);

const project = `${accountId}/projects/fjord`;
const connection = (under: string, category: string): Raw => ({
  kind: 'connection',
  under,
  body: {
    id: `${under}/connections/ai`,
    name: 'ai',
    properties: { category, authType: 'ApiKey', target: `${accountId}-insights` },
  },
});
const projects = table(
  'project',
  {
    kind: 'project',
    under: accountId,
    body: {
      id: project,
      name: 'nordlys/fjord',
      identity: { type: 'SystemAssigned', principalId: 'p' },
      properties: { isDefault: true },
    },
    around: [accountRaw, connection(project, 'AppInsights')],
    labels: passes(insights),
  },
  row('connected on the account', {}, {}, { around: [accountRaw, connection(accountId, 'AppInsights')] }),
  row('connected in another casing', {}, {}, { around: [accountRaw, connection(project, 'appinsights')] }),
  row('nothing connected', {}, fails(insights), { around: [accountRaw] }),
  row('something else connected', {}, fails(insights), { around: [accountRaw, connection(project, 'AzureBlob')] }),
  row('connections unread', {}, unsure(insights), { around: [accountRaw], gaps: [gap('connection', project)] }),
);

export const foundry = [...injections, ...hosts, ...projects];
