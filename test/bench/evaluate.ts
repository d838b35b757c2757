import { getHeapStatistics } from 'node:v8';
import { plan } from '../../src/audit';
import { readSettings } from '../../src/config';
import { evaluate } from '../../src/evaluate';
import { defaultPolicy } from '../../src/model/policy';
import { tenantUnit, type Snapshot } from '../../src/model/snapshot';
import rules from '../../src/rules';
import { openWorld } from '../../src/world';
import { roleAssignment } from '../azure/builders/authorization';
import { managedIdentity } from '../azure/builders/directory';
import { makeEstate } from '../azure/estate';
import { startAzure } from '../azure/server';
import type { ArmBody, Estate } from '../azure/tenant';

/** Resources in the unit, about; runs of each measure. */
const wanted = Number(process.argv[2] ?? 100_000);
const runs = Number(process.argv[3] ?? 5);

/** What one AI account with its share of workspaces brings along, as the estate draws them. */
const resourcesAnAccount = 21.3;
/** Azure's limit for one subscription. */
const mostAssignments = 4_000;

const principalOf = ({ identity }: ArmBody): string =>
  (identity as { readonly principalId?: string } | undefined)?.principalId ?? '';

/** Identities of projects and workspaces with a role on a store, as agents and pipelines have them. */
function withRoles(estate: Estate): Estate {
  const bearers = estate.arm.filter((body) => /\/(projects|workspaces)$/i.test(body.type ?? '') && principalOf(body));
  const stores = estate.arm.filter(({ type = '' }) => /\/(searchServices|storageAccounts|vaults)$/i.test(type));
  const given = bearers.slice(0, mostAssignments).map((body, at) => ({ body, store: stores[at % stores.length]! }));
  const { graph, arm } = estate;
  return {
    ...estate,
    arm: [
      ...arm,
      ...given.map(({ body, store }) => roleAssignment(store.id, principalOf(body), 'ServicePrincipal', 'reader')),
    ],
    graph: {
      ...graph,
      servicePrincipals: [
        ...graph.servicePrincipals,
        ...given.map(({ body }) => managedIdentity(principalOf(body), body.name ?? '', body.id)),
      ],
    },
  };
}

/**
 * One subscription with all of the resources, far more than any has, read by the real collectors from the simulated tenant: five
 * accounts to two workspaces, each with what hangs below and beside it.
 */
async function readUnit(): Promise<Snapshot> {
  const accounts = Math.round(wanted / resourcesAnAccount);
  const estate = withRoles(makeEstate({ seed: 9, subscriptions: 1, accounts, workspaces: Math.round(accounts * 0.4) }));
  const azure = await startAzure({ estate, knobs: { argQuota: null } });
  Object.assign(process.env, azure.env);
  const world = await openWorld(readSettings(azure.env), { forget: true });
  const planned = await plan(world, { scopes: [], trigger: 'cli' });
  const parts = await Promise.all(planned.units.map(({ unit, part }) => world.store.loadPart(unit, part)));
  const tenant = parts.find(({ unit }) => unit === tenantUnit)!;
  const part = parts.find(({ unit }) => unit !== tenantUnit)!;
  const snapshot = await world.readUnit({ plan: planned, part, tenant, wasThere: [] });
  await world.close();
  await azure.close();
  return snapshot;
}

function milliseconds(measure: () => unknown): number {
  const started = performance.now();
  measure();
  return performance.now() - started;
}

const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const megabytes = (): number => Math.round(getHeapStatistics().used_heap_size / 1e6);

/** Both measures in turn, so that a busy machine is busy for both. */
function compare(text: string): string {
  const snapshot = JSON.parse(text) as Snapshot;
  const policy = { ...defaultPolicy, rules: Object.fromEntries(rules.map(({ id }) => [id, { enabled: true }])) };
  const before = megabytes();
  const count = evaluate(snapshot, rules, policy).length;
  const after = megabytes();
  const times = Array.from({ length: runs }, () => ({
    twice: 2 * milliseconds(() => JSON.parse(text) as unknown),
    judged: milliseconds(() => evaluate(snapshot, rules, policy)),
  }));
  const twice = middle(times.map((time) => time.twice));
  const judged = middle(times.map((time) => time.judged));
  const size = snapshot.resources.length;
  return `resources ${size}, rules ${rules.length}, findings ${count}
snapshot ${Math.round(text.length / 1e6)} MB of JSON, ${Math.round(text.length / size)} bytes a resource
JSON.parse twice ${twice.toFixed(0)} ms
evaluate ${judged.toFixed(0)} ms, ${(judged / twice).toFixed(2)} of it, ${((judged * 1000) / count).toFixed(2)} us a finding
heap ${before} MB before, ${after} MB with the findings of one run
`;
}

void readUnit().then((snapshot) => process.stdout.write(compare(JSON.stringify(snapshot))));
