import { audit } from '../../src/audit';
import { readSettings } from '../../src/config';
import type { Finding } from '../../src/model/finding';
import type { Run, RunHeader } from '../../src/model/run';
import { openWorld, type World } from '../../src/world';
import { change, makeEstate, truthOf } from '../azure/estate';
import { startAzure, type SimulatedAzure } from '../azure/server';

jest.setTimeout(180_000);

interface Stage {
  readonly azure: SimulatedAzure;
  readonly world: World;
  readonly auditOnce: () => Promise<{ header: RunHeader; run: Run }>;
}

/** A tenant of the given size and a world that audits it, history in memory. */
async function onStage(options: Parameters<typeof makeEstate>[0], act: (stage: Stage) => Promise<void>): Promise<void> {
  const azure = await startAzure({ estate: makeEstate(options) });
  Object.assign(process.env, azure.env);
  const world = await openWorld(readSettings(azure.env), { forget: true });
  const auditOnce = async (): Promise<{ header: RunHeader; run: Run }> => {
    const { header } = await audit(world, { scopes: [], trigger: 'cli' });
    return { header, run: (await world.store.loadRun(header.id))! };
  };
  try {
    await act({ azure, world, auditOnce });
  } finally {
    await world.close();
    await azure.close();
  }
}

/** Verdicts that differ from what the builders meant, as `rule resource: meant, said`. */
function wrongVerdicts(
  run: Run,
  azure: SimulatedAzure,
  unseen: readonly string[] = [],
): { wrong: string[]; compared: number } {
  const said = new Map(run.findings.map((finding) => [`${finding.ruleId} ${finding.resourceId}`, finding.status]));
  const wrong: string[] = [];
  let compared = 0;
  for (const [id, verdicts] of truthOf(azure.estate, unseen))
    for (const [rule, meant] of Object.entries(verdicts)) {
      compared += 1;
      const status = said.get(`${rule} ${id}`) ?? 'none';
      if (status !== meant) wrong.push(`${rule} ${id}: ${meant}, said ${status}`);
    }
  return { wrong, compared };
}

const inSubscription =
  (subscription: string) =>
  (finding: Finding): boolean =>
    finding.resourceId.startsWith(`/subscriptions/${subscription}/`);
const verdicts = ({ findings }: Run): string[] =>
  findings.map(({ ruleId, resourceId, status }) => `${ruleId} ${resourceId} ${status}`);
const subscriptionOf = (id: string): string => id.split('/')[2]!.toLowerCase();

describe('an audit of 50 subscriptions and 400 AI resources, three rows a page, a fifth of all answers 429', () => {
  it('finds every resource once and judges as the builders meant', () =>
    onStage({ seed: 7, subscriptions: 50, accounts: 300, workspaces: 100 }, async ({ azure, auditOnce }) => {
      Object.assign(azure.knobs, {
        pageSize: 3,
        argPageSize: 1000,
        throttle: { rate: 0.2, retryAfter: 'none' },
        argQuota: null,
      });
      const { run } = await auditOnce();
      const ids = run.resources.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const missing = azure.estate.arm
        .filter(({ type }) =>
          /^microsoft\.(cognitiveservices|machinelearningservices)\/(accounts|workspaces)$/i.test(String(type)),
        )
        .filter(({ id }) => !ids.includes(id.toLowerCase()));
      expect(missing).toEqual([]);
      const { wrong, compared } = wrongVerdicts(run, azure);
      expect(wrong.slice(0, 20)).toEqual([]);
      expect(compared).toBeGreaterThan(5_000);
      expect(run.coverage.filter(({ state }) => state !== 'read' && state !== 'disabled')).toEqual([]);
      expect(azure.requests.filter(({ violation }) => violation)).toEqual([]);
      process.stdout.write(
        `${run.resources.length} resources, ${run.findings.length} findings, ${compared} verdicts compared, ${azure.requests.length} requests\n`,
      );
    }));
});

describe('two audits', () => {
  it('nothing changed: no resource row is written and no card is sent', () =>
    onStage({ seed: 3, subscriptions: 6, accounts: 18, workspaces: 4 }, async ({ azure, world, auditOnce }) => {
      await auditOnce();
      const written = world.store.written();
      const { header } = await auditOnce();
      expect(header.drift.changes).toEqual([]);
      expect(azure.cards).toHaveLength(1);
      expect(world.store.written() - written).toBeLessThanOrEqual(4);
    }));

  it('one subscription denied: its findings are unknown, nothing of it is gone or resolved, and reading it again is quiet', () =>
    onStage({ seed: 5, subscriptions: 6, accounts: 24, workspaces: 6 }, async ({ azure, auditOnce }) => {
      const before = (await auditOnce()).run;
      const denied = subscriptionOf(
        before.findings.find(({ status, kind }) => status === 'fail' && kind === 'aiAccount')!.resourceId,
      );
      azure.knobs.denySubscriptions.add(denied);
      const { header, run } = await auditOnce();
      const statuses = new Set(run.findings.filter(inSubscription(denied)).map(({ status }) => status));
      expect([...statuses]).toEqual(['unknown']);
      expect(run.findings.filter(inSubscription(denied)).length).toBe(
        before.findings.filter(inSubscription(denied)).length,
      );
      expect(run.coverage.find(({ unit }) => unit === denied)).toMatchObject({ state: 'notRead' });
      expect(header.drift.changes.map(({ kind }) => kind)).toEqual(['seenLess']);
      expect(header.drift.notCompared).toEqual([denied]);
      expect(
        run.resources
          .filter(({ id }) => id.startsWith(`/subscriptions/${denied}/`))
          .every(({ carriedFrom }) => carriedFrom === before.id),
      ).toBe(true);
      azure.knobs.denySubscriptions.delete(denied);
      const again = await auditOnce();
      expect(again.header.drift.changes.map(({ kind }) => kind)).toEqual(['seenMore']);
      expect(verdicts(again.run)).toEqual(verdicts(before));
    }));

  it('tells what was weakened while a subscription could not be read, once it can be read again', () =>
    onStage({ seed: 5, subscriptions: 6, accounts: 24, workspaces: 6 }, async ({ azure, auditOnce }) => {
      const before = (await auditOnce()).run;
      const safe = before.findings.find(
        ({ ruleId, status }) => ruleId === 'aiservices-local-auth-disabled' && status === 'pass',
      )!;
      azure.knobs.denySubscriptions.add(subscriptionOf(safe.resourceId));
      await auditOnce();
      azure.estate.arm = change(azure.estate, [{ edit: 'enableLocalAuth', id: safe.resourceId }]).arm;
      azure.reindex();
      azure.knobs.denySubscriptions.clear();
      const { header } = await auditOnce();
      const opened = header.drift.changes.find(
        ({ resourceId, kind }) => resourceId === safe.resourceId && kind === 'opened',
      )!;
      expect(opened).toMatchObject({ property: 'disableLocalAuth', before: 'true', after: 'false' });
      expect(opened.findings.map(({ ruleId }) => ruleId)).toContain('aiservices-local-auth-disabled');
    }));

  it('an account that was deleted is gone with its children; one that Resource Graph merely leaves out is not', () =>
    onStage({ seed: 9, subscriptions: 4, accounts: 12, workspaces: 2 }, async ({ azure, auditOnce }) => {
      const before = (await auditOnce()).run;
      const account = before.resources.find(({ kind }) => kind === 'aiAccount')!;
      azure.estate.arm = change(azure.estate, [{ edit: 'remove', id: account.id }]).arm;
      azure.reindex();
      const { header, run } = await auditOnce();
      // Events of the Activity Log outlive what they speak of.
      const below = (all: Run['resources']) =>
        all.filter(
          ({ id, kind }) => kind !== 'keyRegeneration' && (id === account.id || id.startsWith(`${account.id}/`)),
        );
      expect(below(run.resources)).toEqual([]);
      const gone = header.drift.changes.filter(({ kind }) => kind === 'gone').map(({ resourceId }) => resourceId);
      expect(gone).toContain(account.id);
      expect(gone.every((id) => id === account.id || id.startsWith(`${account.id}/`))).toBe(true);
    }));
});
