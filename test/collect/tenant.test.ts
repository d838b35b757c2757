import { DefaultAzureCredential } from '@azure/identity';
import { collectorsFor } from '../../src/collect';
import { openAzure, type Azure } from '../../src/collect/azure';
import { collectSurvey, collectUnit, type Survey } from '../../src/collect/collect';
import { collectPrincipals } from '../../src/collect/graph';
import { loopbackHttpClient } from '../../src/collect/loopback';
import { narrowsSight, type Snapshot } from '../../src/model/snapshot';
import { makeEstate } from '../azure/estate';
import type { Knobs } from '../azure/knobs';
import { startAzure, type SimulatedAzure } from '../azure/server';

/** What Reader and Security Reader can read. */
const { survey: surveyCollectors, children: childCollectors } = collectorsFor([]);

const estate = makeEstate({ subscriptions: 6, accounts: 12, workspaces: 6 });
let tenant: SimulatedAzure;
afterEach(async () => {
  await tenant.close();
});

async function open(knobs: Partial<Knobs>): Promise<Azure> {
  tenant = await startAzure({ estate, knobs });
  Object.assign(process.env, tenant.env);
  const credential = new DefaultAzureCredential({ httpClient: loopbackHttpClient(tenant.origin) });
  return openAzure({
    credential,
    armEndpoint: tenant.armEndpoint,
    graphEndpoint: tenant.graphEndpoint,
    scopesOfTokens: { arm: `${tenant.origin}/.default`, graph: `${tenant.origin}/.default` },
    takenAt: '2026-11-25T06:00:00.000Z',
    limits: { firstBackoffMs: 20, longestBackoffMs: 200 },
    deadline: Date.now() + 60_000,
  });
}

async function units(azure: Azure, survey: Survey): Promise<Snapshot[]> {
  const all = [...survey.units.values()].flatMap(({ resources }) => resources);
  const snapshots = [...survey.units].map(([unit, { resources, gaps }]) =>
    collectUnit({
      ...{ azure, unit, takenAt: azure.now, surveyed: resources, gaps, childCollectors, wasThere: [] },
      resolve: (uses) => Promise.resolve(all.filter(({ id }) => uses.some(({ targetId }) => targetId === id))),
    }),
  );
  return Promise.all(snapshots);
}

async function audit(knobs: Partial<Knobs>) {
  const azure = await open(knobs);
  const survey = await collectSurvey({ azure, collectors: surveyCollectors, scopes: [] });
  const snapshots = await units(azure, survey);
  const ids = snapshots.flatMap(({ resources }) => resources.map(({ id }) => id)).sort();
  const gaps = snapshots.flatMap((snapshot) => snapshot.gaps).filter(({ reason }) => reason !== 'notStated');
  return { azure, survey, snapshots, ids, gaps };
}

const only429 = { rate: 0.2, retryAfter: 'none' } as const;

describe('the simulated tenant, read by the real clients and collectors', () => {
  it('is found whole, each resource once, without a call that is not a read', async () => {
    const { ids, survey, gaps, azure } = await audit({});
    const accounts = estate.arm.filter(
      ({ type }) => String(type).toLowerCase() === 'microsoft.cognitiveservices/accounts',
    );
    const found = new Set(ids);
    expect(accounts.filter(({ id }) => !found.has(id.toLowerCase())).map(({ id }) => id)).toEqual([]);
    expect(ids).toHaveLength(found.size);
    expect(survey.units.size).toBe(6);
    const off = estate.subscriptions.filter(({ state }) => state === 'Disabled').map(({ id }) => id.toLowerCase());
    expect(gaps.filter(({ reason, scope }) => reason !== 'bounded' && !off.includes(scope))).toEqual([]);
    expect(tenant.requests.filter(({ violation }) => violation)).toEqual([]);
    expect(azure.progress().requests).toBe(tenant.requests.filter(({ url }) => !url.includes('token')).length);
  });

  it('is found the same through small pages, throttles, resets, cut bodies and HTML', async () => {
    const calm = await audit({});
    await tenant.close();
    const rough = await audit({
      ...{ pageSize: 3, argPageSize: 250, argQuota: null, throttle: only429 },
      ...{ fail5xx: { rate: 0.03 }, reset: { rate: 0.03 }, truncate: { rate: 0.03 }, htmlWith200: { rate: 0.03 } },
    });
    expect(rough.ids).toEqual(calm.ids);
    expect(rough.gaps).toEqual(calm.gaps);
    expect(rough.azure.progress().retries).toBeGreaterThan(50);
  });

  it('a denied subscription is a unit in which every kind is a gap', async () => {
    const denied = String(estate.subscriptions[0]?.['subscriptionId']).toLowerCase();
    const { survey } = await audit({ denySubscriptions: new Set([denied]) });
    const gaps = survey.units.get(denied)?.gaps ?? [];
    expect(gaps.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['aiAccount', 'mlWorkspace', 'storageAccount']),
    );
    expect(new Set(gaps.map(({ reason, permission }) => `${reason} ${permission}`))).toEqual(
      new Set(['notVisible */read']),
    );
    const off = estate.subscriptions
      .filter(({ state }) => state === 'Disabled')
      .map(({ id }) => id.slice(15).toLowerCase());
    const hidden = [...survey.units].filter(([, unit]) => unit.gaps.some(({ reason }) => reason === 'notVisible'));
    expect(hidden.map(([unit]) => unit).sort()).toEqual([denied, ...off].sort());
  });

  it('survives tokens that are refused in the middle of the survey', async () => {
    // MSAL keeps a managed identity's token until five minutes before it ends, whatever Azure says of it: so one that ends before.
    const azure = await open({ tokenLifetimeSeconds: 200 });
    await azure.read('/subscriptions', '2022-12-01');
    tenant.expireTokensNow();
    const survey = await collectSurvey({ azure, collectors: surveyCollectors, scopes: [] });
    expect(survey.tenant.gaps.filter(({ reason }) => reason === 'failed')).toEqual([]);
  });

  it('knows its principals, and says where Graph refuses', async () => {
    const azure = await open({ graphBatchThrottle: { rate: 0.3 } });
    const { users, groups, servicePrincipals } = estate.graph;
    const ids = [...users, ...groups, ...servicePrincipals].map(({ id }) => id);
    const { principals, gaps } = await collectPrincipals(azure.graph, ids);
    expect(principals.filter(({ known }) => known === 'known')).toHaveLength(new Set(ids).size);
    expect(gaps.filter(narrowsSight)).toEqual([]);
    tenant.knobs.graphDenied = true;
    expect((await collectPrincipals(azure.graph, ids)).principals.every(({ known }) => known === 'unread')).toBe(true);
  });
});
