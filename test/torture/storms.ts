import type { Knobs, RetryAfter } from '../azure/knobs';
import type { SimulatedAzure } from '../azure/server';
import { exactly, recordCallSites, type CallSite } from './callSites';
import { slice, told, type Campaign, type Outcome, type Terms } from './campaign';
import { wrongs, Weather, type Turn } from './weather';

/** One kind of weather. */
interface Storm {
  readonly name: string;
  readonly turn: Turn;
  readonly at?: number;
  /** Nothing may be missing when it is over: each fault is gone at the second try. */
  readonly passes?: boolean;
}

const set =
  (knobs: Partial<Knobs>) =>
  (azure: SimulatedAzure): undefined =>
    void Object.assign(azure.knobs, knobs);

const waits: readonly RetryAfter[] = ['seconds', 'date', 'none', 'absurd', 'negative', 'mixed'];

/** Faults of one request: at its first try, or at every one. */
function faultsAt(match: RegExp, name: string): readonly Storm[] {
  const kinds: Readonly<Record<string, (always: boolean) => Partial<Knobs>>> = {
    'a throttle': (always) => ({ throttle: { rate: 1, always, match, retryAfter: 'mixed' } }),
    'a throttle worded as a refusal': (always) => ({
      throttle: { rate: 1, always, match, retryAfter: 'seconds', status: 403 },
    }),
    'a server error': (always) => ({ fail5xx: { rate: 1, always, match } }),
    'a reset': (always) => ({ reset: { rate: 1, always, match } }),
    'half an answer': (always) => ({ truncate: { rate: 1, always, match } }),
    'a page of HTML': (always) => ({ htmlWith200: { rate: 1, always, match } }),
  };
  return Object.entries(kinds).flatMap(([kind, knobs]) => [
    { name: `${kind} once at ${name}`, turn: set(knobs(false)), passes: true },
    { name: `${kind} always at ${name}`, turn: set(knobs(true)) },
  ]);
}

const pageNames = ['first', 'middle', 'last'];

const siteStorms = (sites: readonly CallSite[]): readonly Storm[] =>
  sites.flatMap(({ name, pages }) =>
    pages.flatMap((key, at) =>
      faultsAt(exactly(key), `the ${pages.length === 1 ? 'only' : pageNames[at]} page of ${name}`),
    ),
  );

/** At the n-th answer from now on. */
const atAnswer = (nth: number, act: (azure: SimulatedAzure) => void) => (azure: SimulatedAzure) => {
  let seen = 0;
  return azure.on(() => {
    seen += 1;
    if (seen === nth) act(azure);
  });
};

const subscriptionsOf = (estate: SimulatedAzure['estate']): readonly string[] => [
  ...new Set(estate.arm.flatMap(({ id }) => /^\/subscriptions\/([^/]+)/i.exec(id.toLowerCase())?.[1] ?? [])),
];

const denied =
  (share: number) =>
  (azure: SimulatedAzure): undefined => {
    const all = subscriptionsOf(azure.estate);
    const count = Math.max(1, Math.floor((all.length * share) / 100));
    azure.knobs.denySubscriptions = new Set(all.slice(0, Math.min(count, all.length - 1)));
  };

const still = (): undefined => undefined;

const generalStorms: readonly Storm[] = [
  ...[0.3, 0.9].flatMap((rate) =>
    waits.flatMap((retryAfter) =>
      ([429, 403] as const).map((status) => ({
        name: `${rate * 100} % throttled as ${status}, Retry-After ${retryAfter}`,
        turn: set({ throttle: { rate, retryAfter, status, seconds: 7, always: false } }),
      })),
    ),
  ),
  ...[0.3, 0.9].flatMap((rate): Storm[] => [
    { name: `${rate * 100} % server errors`, turn: set({ fail5xx: { rate } }) },
    { name: `${rate * 100} % resets`, turn: set({ reset: { rate } }) },
    { name: `${rate * 100} % half answers`, turn: set({ truncate: { rate } }) },
    { name: `${rate * 100} % HTML`, turn: set({ htmlWith200: { rate } }) },
    { name: `${rate * 100} % server errors for good`, turn: set({ fail5xx: { rate, always: true } }) },
    {
      name: `${rate * 100} % throttled for good`,
      turn: set({ throttle: { rate, always: true, retryAfter: 'mixed' } }),
    },
  ]),
  ...[3, 10, 40, 90].map((n) => ({
    name: `tokens expire at answer ${n}`,
    turn: atAnswer(n, (azure) => azure.expireTokensNow()),
    passes: true,
  })),
  ...[3, 40].flatMap((n) =>
    [429, 410, 500].map((identityStatus) => ({
      name: `tokens expire at answer ${n} and the identity answers ${identityStatus}`,
      turn: atAnswer(n, (azure) => {
        azure.knobs.identityStatus = identityStatus;
        azure.expireTokensNow();
      }),
    })),
  ),
  ...[1, 50, 99].map((share) => ({ name: `${share} % of the subscriptions denied`, turn: denied(share) })),
  ...[2, 15, 60].map((n) => ({
    name: `a subscription deleted at answer ${n}`,
    turn: atAnswer(n, ({ knobs, estate }) => (knobs.hideSubscriptions = new Set(subscriptionsOf(estate).slice(0, 1)))),
  })),
  ...[1.25, 0.75, -0.25].map((at) => ({ name: `a clock at hour ${at}`, turn: still, at, passes: true })),
];

async function endure(weather: Weather, { name, turn, at, passes }: Storm): Promise<readonly string[]> {
  try {
    const stormy = await weather.under(turn, at);
    const clear = weather.clear.run;
    const late = await weather.after(stormy);
    const short =
      passes && stormy.run.status !== clear.status ? [`ends ${stormy.run.status}, not ${clear.status}`] : [];
    const problems = [
      ...wrongs(clear, stormy.run),
      ...short,
      ...wrongs(clear, late.run).map((wrong) => `the day after: ${wrong}`),
    ];
    return problems.map((problem) => `${name}: ${problem}`);
  } catch (error) {
    return [`${name}: broke off: ${told(error)}`];
  }
}

// Short-lived tokens: a client keeps a long-lived one that was taken back.
const pages = { pageSize: 2, argPageSize: 5, tokenLifetimeSeconds: 200 };

async function run({ seed, scale }: Terms): Promise<Outcome> {
  const weather = await Weather.begin({ seed: 5, subscriptions: 3, accounts: 3, workspaces: 2 }, { ...pages, seed });
  try {
    const sites = await recordCallSites(weather.azure, () => weather.under(() => undefined));
    const storms = [...generalStorms, ...siteStorms(sites)];
    const chosen = scale < 1 ? slice(storms.length, scale).map((n) => storms[n - 1]!) : storms;
    const failures: string[] = [];
    for (const storm of chosen) failures.push(...(await endure(weather, storm)));
    return { cases: chosen.length, failures };
  } finally {
    await weather.end();
  }
}

export const storms: Campaign = { name: 'storms of Azure at every call site', run };
