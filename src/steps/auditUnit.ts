import { withPast } from '../model/datasetPast';
import type { Plan, Receipt, SurveyPart } from '../model/plan';
import type { UnitRecord } from '../model/run';
import { tenantUnit } from '../model/snapshot';
import type { World } from '../world';
import { ownResources, toRecord } from './record';
import { sinceOf } from './since';

async function partOf(world: World, plan: Plan, unit: string): Promise<SurveyPart> {
  const entry = plan.units.find((candidate) => candidate.unit === unit);
  if (!entry) throw new Error(`Plan ${plan.id} has no unit ${unit}.`);
  return world.store.loadPart(unit, entry.part);
}

interface Before {
  readonly record: UnitRecord;
  /** Since when nothing of the unit was compared. */
  readonly since: string;
}

async function previousOf(world: World, plan: Plan, unit: string): Promise<Before | undefined> {
  const last = plan.previous ? await world.store.header(plan.previous) : undefined;
  const entry = last?.units.find((candidate) => candidate.unit === unit);
  if (!last || !entry) return undefined;
  return { record: await world.store.loadUnit(unit, entry.hash), since: sinceOf(last, entry) };
}

/**
 * Step 2, once a unit. Reads what hangs below the unit's resources, judges it, joins it with what was known, and keeps the record under
 * its hash. May run twice: the same content has the same key.
 */
export async function auditUnit(world: World, planId: string, unit: string): Promise<Receipt> {
  const plan = await world.store.loadPlan(planId);
  const [part, tenant, previous] = await Promise.all([
    partOf(world, plan, unit),
    partOf(world, plan, tenantUnit),
    previousOf(world, plan, unit),
  ]);
  const before = ownResources(previous?.record);
  const read = await world.readUnit({
    plan,
    part,
    tenant,
    ...(previous ? { since: previous.since } : {}),
    wasThere: before.map(({ id, kind }) => ({ id, kind })),
  });
  const snapshot = { ...read, resources: withPast(read.resources, before) };
  const record = toRecord(snapshot, part.name, world.rules, world.settings.policy, {
    record: previous?.record,
    runId: plan.previous,
  });
  return { unit, hash: await world.store.saveUnit(record), hasForeign: record.foreign.findings.length > 0 };
}
