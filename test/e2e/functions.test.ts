import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Faults } from '../../src/host/durable/hub';
import type { Run } from '../../src/model/run';
import { startAzurite } from '../../src/store';
import { demoEstate } from '../azure/estate';
import { startAzure, type SimulatedAzure } from '../azure/server';
import { buildApp, type BuiltApp } from './app';
import { ask, type Answer } from './http';
import { runHost, type Env, type RunningHost } from './processes';

jest.setTimeout(120_000);

interface Stage {
  readonly azure: SimulatedAzure;
  readonly host: RunningHost;
  get(path: string): Promise<Answer>;
  post(path: string, body?: string): Promise<Answer>;
  del(path: string): Promise<Answer>;
  /** Whatever a caller or a reader of the log has seen. */
  seen(): string;
  readonly secrets: readonly string[];
  close(): Promise<void>;
}

let app: BuiltApp;
let stage: Stage;

async function open(faults: Faults = {}, change: (env: Env) => Env = (env) => env): Promise<Stage> {
  const dir = mkdtempSync(join(tmpdir(), 'aispm-store-'));
  const [azurite, azure] = await Promise.all([startAzurite({ dir }), startAzure({ estate: demoEstate() })]);
  const storage = azurite!.connectionString;
  const host = await runHost(app, change({ ...azure.env, AISPM_STORAGE: storage }), faults);
  const heard: string[] = [];
  const call = (path: string, init: RequestInit): Promise<Answer> => ask(new URL(path, host.origin).href, init, heard);
  return {
    ...{ azure, host },
    get: (path) => call(path, {}),
    post: (path, body) => call(path, { method: 'POST', ...(body === undefined ? {} : { body }) }),
    del: (path) => call(path, { method: 'DELETE' }),
    seen: () => [...heard, host.log()].join('\n'),
    secrets: [/AccountKey=([^;]+)/.exec(storage)![1]!, new URL(azure.webhookUrl).searchParams.get('sig')!],
    close: async () => {
      await host.stop();
      await Promise.all([azure.close(), azurite!.close()]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Asks until `isThere` holds; undefined when it does not within half a minute. */
async function until<T extends Answer>(ask: () => Promise<T>, isThere: (answer: T) => boolean): Promise<T | undefined> {
  for (let tried = 0; tried < 150; tried++) {
    const answer = await ask();
    if (isThere(answer)) return answer;
    await pause(200);
  }
  return undefined;
}

const runsOf = async (on: Stage): Promise<readonly { id: string; trigger: string }[]> =>
  ((await on.get('/api/runs')).json as { runs: { id: string; trigger: string }[] }).runs;
const statusOf = (answer: Answer): string => (answer.json as { status: string }).status;
const problemOf = ({ status, type, json }: Answer): unknown => ({
  status,
  type,
  detail: (json as { detail?: string }).detail,
});
const problem = (status: number, detail: RegExp): unknown => ({
  status,
  type: 'application/problem+json',
  detail: expect.stringMatching(detail) as string,
});

beforeAll(async () => {
  app = buildApp();
  stage = await open();
});

afterAll(async () => {
  await stage.close();
  app.remove();
});

describe('the functions of the built app', () => {
  it('are as many as there are files, each registered once under the name of its file', () => {
    expect(app.functions.length).toBeGreaterThanOrEqual(12);
    expect(stage.host.functions.map(({ name }) => name).sort()).toEqual(app.functions);
  });
});

describe('an assessment', () => {
  it('is accepted, can be asked after at its Location, and ends with its run', async () => {
    const { status, location, json } = await stage.post('/api/assessments', '{}');
    expect(status).toBe(202);
    expect(new URL(location).origin).toBe(stage.host.origin);
    expect(json).toMatchObject({ status: 'running', location });
    const ended = await until(
      () => stage.get(location),
      (answer) => statusOf(answer) !== 'running',
    );
    expect(ended?.json).toMatchObject({ status: 'completed', run: { status: 'complete' } });
    const { runId, run } = ended!.json as { runId: string; run: Run };
    expect(run.id).toBe(runId);
    expect(run.resources.length).toBeGreaterThan(100);
  });

  it('answers with the run when it is waited for', async () => {
    const { status, json } = await stage.post('/api/assessments?wait=60');
    expect(status).toBe(200);
    expect((json as Run).coverage.map(({ state }) => state)).toEqual(Array<string>(7).fill('read'));
  });

  it.each([
    ['no JSON', '{', '', 400, /not JSON/],
    ['a list', '[]', '', 400, /JSON object/],
    ['an unknown member', '{"scope": []}', '', 400, /'scope'.*scopes and rules/],
    ['a scope that is no text', '{"scopes": [1]}', '', 400, /'scopes' must be a list of texts/],
    ['a scope that is none', '{"scopes": ["/subscriptions/nope"]}', '', 400, /'\/subscriptions\/nope' is no/],
    ['a rule that is none', '{"rules": ["no-such-rule"]}', '', 400, /'no-such-rule'/],
    ['a wait that is none', '', '?wait=soon', 400, /'wait' must be a whole number/],
    ['a wait too long', '', '?wait=201', 400, /0 to 200/],
    ['a body too large', `{"scopes": ["${'a'.repeat(70_000)}"]}`, '', 413, /65536 bytes/],
  ])('refuses %s', async (_, body, query, status, detail) => {
    const before = stage.azure.requests.length;
    expect(problemOf(await stage.post(`/api/assessments${query}`, body))).toEqual(problem(status, detail));
    expect(stage.azure.requests.length).toBe(before);
  });

  it('knows no assessment that nobody started', async () => {
    expect(problemOf(await stage.get('/api/assessments/nope'))).toEqual(problem(404, /'nope'/));
  });
});

describe('scopes and rules of an assessment', () => {
  const assess = async (body: object): Promise<Run> =>
    (await stage.post('/api/assessments?wait=60', JSON.stringify(body))).json;
  const account = (name: string): string => stage.azure.estate.arm.find((body) => body.name === name)!.id.toLowerCase();

  it.each([
    ['a subscription', () => account('claims-prod').split('/').slice(0, 3).join('/')],
    ['a resource group', () => account('claims-prod').split('/').slice(0, 5).join('/')],
    ['one resource', () => account('claims-prod')],
    ['a subscription that uses what another holds', () => account('mlw-freight').split('/').slice(0, 3).join('/')],
  ])('narrow the answer to %s', async (_, scopeOf) => {
    const scope = scopeOf();
    const run = await assess({ scopes: [scope.toUpperCase()] });
    const inside = (id: string): boolean => id === scope || id.startsWith(`${scope}/`);
    expect(run.resources.length).toBeGreaterThan(3);
    expect(run.resources.filter(({ id }) => !inside(id))).toEqual([]);
    expect(run.findings.filter(({ resourceId }) => !inside(resourceId))).toEqual([]);
    expect(run.coverage.map(({ unit }) => unit)).toEqual([scope.split('/')[2], 'tenant'].sort());
    expect(run.summary.resources).toBe(run.resources.length);
    expect(Object.values(run.summary.findings).reduce((sum, count) => sum + count)).toBe(
      run.findings.filter(({ status }) => status === 'fail').length,
    );
  });

  it('of a management group reach every subscription below it', async () => {
    const run = await assess({ scopes: ['mg-halden'] });
    const read = run.coverage.filter(({ unit, lastReadAt }) => unit !== 'tenant' && lastReadAt === run.takenAt);
    expect(read).toHaveLength(6);
    expect(run.resources.filter(({ kind }) => kind === 'aiAccount').length).toBe(
      stage.azure.estate.arm.filter(({ type }) => type === 'Microsoft.CognitiveServices/accounts').length,
    );
  });

  it.each([
    ['mg-typo', /^Management group 'mg-typo' cannot be read/],
    ['00000000-1111-2222-3333-444444444444', /^Subscription '00000000-1111-2222-3333-444444444444' does not exist, or/],
  ])('that cannot be read are refused: %s', async (scope, detail) => {
    const answer = await stage.post('/api/assessments?wait=60', JSON.stringify({ scopes: [scope] }));
    expect(problemOf(answer)).toEqual(problem(400, detail));
  });

  it('that name a rule narrow the findings, not the resources', async () => {
    const run = await assess({ rules: ['aiservices-local-auth-disabled'] });
    expect(new Set(run.findings.map(({ ruleId }) => ruleId))).toEqual(new Set(['aiservices-local-auth-disabled']));
    expect(run.summary.findings.high).toBe(run.findings.filter(({ status }) => status === 'fail').length);
    expect(run.resources.length).toBeGreaterThan(100);
  });
});

describe('a run that is kept', () => {
  const members = [
    'coverage',
    'defender',
    'drift',
    'findings',
    'id',
    'paths',
    'resources',
    'scopes',
    'status',
    'summary',
  ];

  it('shows every member of the contract with include=all', async () => {
    const { status, json } = await stage.get('/api/runs/latest?include=all');
    const run = json as Run;
    expect(status).toBe(200);
    expect(Object.keys(run).sort()).toEqual([...members, 'takenAt']);
    expect(run.summary).toMatchObject({ resources: run.resources.length, score: expect.any(Number) as number });
    expect(run.coverage[0]).toEqual({
      ...{ unit: expect.any(String) as string, name: expect.any(String) as string, state: 'read', gaps: [] },
      lastReadAt: run.takenAt,
    });
    expect(run.resources[0]).toMatchObject({
      id: expect.stringMatching(/^\//) as string,
      kind: expect.any(String) as string,
    });
    expect(run.findings[0]).toMatchObject({
      ...{ ruleId: expect.any(String) as string, resourceId: expect.any(String) as string },
      ...{ status: expect.any(String) as string, severity: expect.any(String) as string },
      ...{ evidence: expect.any(String) as string, fingerprint: expect.any(String) as string },
      defender: { state: expect.any(String) as string, outcome: expect.any(String) as string },
      firstSeenAt: expect.any(String) as string,
    });
    expect(run.drift).toMatchObject({ from: expect.any(String) as string, changes: [] });
  });

  it('shows the parts that are asked for, and one part at its own place', async () => {
    const { id } = (await stage.get('/api/runs/latest')).json as Run;
    const some = (await stage.get(`/api/runs/${id}?include=findings,paths`)).json as object;
    expect(Object.keys(some).sort()).toEqual(['findings', 'id', 'paths', 'scopes', 'status', 'summary', 'takenAt']);
    const whole = (await stage.get(`/api/runs/${id}?include=all`)).json as Run;
    for (const part of ['findings', 'resources', 'coverage', 'drift', 'paths', 'defender'] as const) {
      const { status, json } = await stage.get(`/api/runs/${id}/${part}`);
      expect({ status, json }).toEqual({ status: 200, json: { id, [part]: whole[part] } });
    }
  });

  it.each([
    ['json', 'application/json; charset=utf-8', 'json'],
    ['sarif', 'application/sarif+json', 'sarif'],
    ['ocsf', 'application/x-ndjson', 'ocsf.ndjson'],
    ['cyclonedx', 'application/vnd.cyclonedx+json; version=1.6', 'cdx.json'],
    ['csv', 'text/csv; charset=utf-8; header=present', 'csv'],
    ['junit', 'application/xml; charset=utf-8', 'junit.xml'],
    ['md', 'text/markdown; charset=utf-8', 'md'],
  ])('is a file as %s', async (format, type, ending) => {
    const { id } = (await stage.get('/api/runs/latest')).json as Run;
    const answer = await stage.get(`/api/runs/latest/export?format=${format}`);
    expect({ status: answer.status, type: answer.type, disposition: answer.disposition }).toEqual({
      ...{ status: 200, type },
      disposition: `attachment; filename="aispm-${id}.${ending}"`,
    });
    expect(answer.text.length).toBeGreaterThan(1000);
    expect((await stage.get(`/api/runs/${id}/export?format=${format}`)).text).toBe(answer.text);
  });

  it('is listed, newest first, as many as asked and before an instant', async () => {
    const all = await runsOf(stage);
    expect(all.map(({ id }) => id.slice(0, 19))).toEqual(
      all
        .map(({ id }) => id.slice(0, 19))
        .sort()
        .reverse(),
    );
    const { takenAt } = (await stage.get(`/api/runs/${all[0]!.id}`)).json as Run;
    const { json } = await stage.get(`/api/runs?top=1&before=${encodeURIComponent(takenAt)}`);
    expect((json as { runs: Run[] }).runs.map(({ id }) => id)).toEqual([all[1]!.id]);
  });

  it.each([
    ['/api/runs/latest?include=secrets', 400, /'secrets'.*coverage, resources/],
    ['/api/runs/latest/export', 400, /'format' must be one of json, sarif, ocsf/],
    ['/api/runs/latest/export?format=html', 400, /cyclonedx, csv, junit, md/],
    ['/api/runs/nope/export?format=csv', 404, /'nope'/],
    ['/api/runs/nope', 404, /'nope'/],
    ['/api/runs/nope/findings', 404, /'nope'/],
    ['/api/runs/latest/secrets', 404, /coverage, resources/],
    ['/api/runs?top=0', 400, /1 to 100/],
    ['/api/runs?before=yesterday', 400, /instant/],
  ])('%s is a problem', async (path, status, detail) => {
    expect(problemOf(await stage.get(path))).toEqual(problem(status, detail));
  });

  it('is what health tells of', async () => {
    const [newest] = await runsOf(stage);
    const { json } = await stage.get('/api/health');
    expect(json).toMatchObject({ status: 'ok', lastRun: newest!.id, gaps: 0, outbox: { waiting: 0, dead: [] } });
  });
});

/** Seconds of the clock are waited for, so that two firings fall into the same minute. */
const awayFromTheMinute = async (): Promise<void> => {
  const left = 60 - new Date().getSeconds();
  if (left <= 5) await pause((left + 1) * 1000);
};

describe('what people decide', () => {
  interface Decided {
    readonly id: string;
    readonly state: string;
  }
  interface Open {
    readonly ruleId: string;
    readonly resourceId: string;
    readonly status: string;
    readonly decision?: { readonly owner: string };
  }
  const rule = 'aiservices-local-auth-disabled';
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const findings = async (): Promise<Open[]> =>
    ((await stage.get('/api/runs/latest/findings')).json as { findings: Open[] }).findings;

  it('excepts a finding at once, is listed, counts once when asked twice, and can be taken back at once', async () => {
    const before = (await findings()).find(({ status }) => status === 'fail');
    const findingOn = async (): Promise<Open | undefined> =>
      (await findings()).find((one) => one.ruleId === before!.ruleId && one.resourceId === before!.resourceId);
    const asked = JSON.stringify({
      rule: before!.ruleId,
      scope: before!.resourceId,
      reason: 'Until the partner moves.',
      owner: 'ai',
      until,
    });
    const made = await stage.post('/api/exceptions', asked);
    const again = await stage.post('/api/exceptions', asked);
    expect([made.status, (again.json as Decided).id]).toEqual([201, (made.json as Decided).id]);
    expect(await findingOn()).toMatchObject({ status: 'excepted', decision: { owner: 'ai' } });
    const { summary } = (await stage.get('/api/runs/latest')).json as Run;
    expect(summary.excepted).toBe(1);
    const ended = await stage.del(`/api/exceptions/${(made.json as Decided).id}`);
    expect((ended.json as Decided).state).toBe('withdrawn');
    expect((await findingOn())?.status).toBe('fail');
    expect((await stage.get('/api/exceptions')).json).toEqual({ exceptions: [] });
    const kept = (await stage.get('/api/exceptions?all=true')).json as { exceptions: Decided[] };
    expect(kept.exceptions.map(({ state }) => state)).toEqual(['withdrawn']);
  });

  it.each([
    [
      { rule: 'aiservices-local-auth-disable', reason: 'because', owner: 'a', until },
      /Did you mean 'aiservices-local-auth-disabled'/,
    ],
    [{ rule, reason: 'because', until }, /somebody who answers/],
    [{ rule, reason: 'because', owner: 'a' }, /needs an end/],
    [
      { rule, scope: '/subscriptions/11111111-1111-4111-8111-111111111111', reason: 'because', owner: 'a', until },
      /holds nothing/,
    ],
  ])('%j is a problem', async (asked, detail) => {
    expect(problemOf(await stage.post('/api/exceptions', JSON.stringify(asked)))).toEqual(problem(400, detail));
  });

  it('of what nobody has is a problem', async () => {
    expect(problemOf(await stage.del('/api/exceptions/d-none'))).toEqual(problem(404, /'d-none'/));
    expect(problemOf(await stage.post('/api/changes/c-none/approval', '{"reason":"meant"}'))).toEqual(
      problem(400, /'c-none'/),
    );
  });
});

describe('the timer', () => {
  it('fired eight times at once runs one audit', async () => {
    await awayFromTheMinute();
    const before = await runsOf(stage);
    const fired = Array.from({ length: 8 }, () => stage.post('/admin/functions/nightlyAudit'));
    expect((await Promise.all(fired)).map(({ status }) => status)).toEqual(Array(8).fill(202));
    const idle = await until(
      () => stage.get('/runtime/webhooks/durabletask/instances?instanceIdPrefix=nightly-'),
      ({ json }) => (json as { runtimeStatus: string }[]).some((one) => one.runtimeStatus === 'Completed'),
    );
    expect(idle?.json).toHaveLength(1);
    const after = await runsOf(stage);
    expect(after.length - before.length).toBe(1);
    expect(after[0]).toMatchObject({ trigger: 'timer' });
  });
});

describe('after all of this', () => {
  it('one card was sent, for the baseline: nothing has changed since', () => {
    expect(stage.azure.cards).toHaveLength(1);
  });

  it('Azure was only read', () => {
    expect(stage.azure.requests.filter(({ violation }) => violation)).toEqual([]);
  });

  it('no answer and no line of the log holds the storage key or the signature of the webhook', () => {
    expect(stage.seen().length).toBeGreaterThan(1_000_000);
    expect(stage.secrets.filter((secret) => secret.length < 16 || stage.seen().includes(secret))).toEqual([]);
  });
});

describe('activities, which Azure may run again', () => {
  it.each([
    ['run twice', { runActivitiesTwice: true }],
    ['fail at first', { failFirstAttemptOf: ['planAudit', 'concludeAudit'] }],
    ['fail at first and run twice', { runActivitiesTwice: true, failFirstAttemptOf: ['deliverAlerts'] }],
  ])('that %s make one run and one card', async (_, faults) => {
    const other = await open(faults);
    try {
      const { status, json } = await other.post('/api/assessments?wait=100');
      expect({ status, id: (await runsOf(other)).map(({ id }) => id) }).toEqual({
        status: 200,
        id: [(json as Run).id],
      });
      expect(other.azure.cards).toHaveLength(1);
      expect((await other.get('/api/health')).json).toMatchObject({ outbox: { waiting: 0, dead: [] } });
    } finally {
      await other.close();
    }
  });
});

describe('a misconfigured app', () => {
  it('loads all its functions, and each answers with the setting to mend and no secret', async () => {
    const other = await open({}, (env) => ({ ...env, AISPM_TEAMS_WEBHOOK: env['AISPM_TEAMS_WEBHOOK_URL']! }));
    try {
      expect(other.host.functions.map(({ name }) => name).sort()).toEqual(app.functions);
      const named = problem(500, /^AISPM_TEAMS_WEBHOOK: unknown name\. Did you mean AISPM_TEAMS_WEBHOOK_URL\?$/);
      for (const path of ['health', 'runs', 'runs/latest', 'runs/latest/findings'])
        expect(problemOf(await other.get(`/api/${path}`))).toEqual(named);
      expect(problemOf(await other.post('/api/assessments'))).toEqual(named);
      await other.post('/admin/functions/nightlyAudit');
      expect(other.azure.requests).toEqual([]);
      expect(other.secrets.filter((secret) => other.seen().includes(secret))).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('whose storage does not answer says so without its key', async () => {
    const dead =
      'DefaultEndpointsProtocol=http;AccountName=a;AccountKey=c2VjcmV0LWtleS1vZi10ZXN0cw==;TableEndpoint=http://127.0.0.1:9/a;';
    const other = await open({}, (env) => ({ ...env, AISPM_STORAGE: dead }));
    try {
      expect(problemOf(await other.get('/api/runs'))).toEqual(problem(500, /app log/));
      expect(other.host.log()).toMatch(/ECONNREFUSED/);
      expect(other.seen()).not.toContain('c2VjcmV0LWtleS1vZi10ZXN0cw');
    } finally {
      await other.close();
    }
  });
});
