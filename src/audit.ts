import { auditUnit } from './steps/auditUnit';
import { conclude } from './steps/conclude';
import { deliver, type Delivery } from './steps/deliver';
import { plan } from './steps/plan';
import type { RunHeader } from './model/run';
import type { AuditRequest, World } from './world';

export { auditUnit, conclude, deliver, plan };

/** Another audit committed while this one read: its result was thrown away, nothing was lost. */
export class AuditSuperseded extends Error {
  constructor() {
    super(
      'Another audit was committed while this one read. Its run is the latest one; start again if you need a later one.',
    );
    this.name = 'AuditSuperseded';
  }
}

/** The order of an audit in one process. Durable Functions runs the same four steps as activities. */
export async function audit(world: World, request: AuditRequest): Promise<{ header: RunHeader; delivery: Delivery }> {
  const { id, units } = await plan(world, request);
  const receipts = await world.inParallel(units, ({ unit }) => auditUnit(world, id, unit));
  const header = await conclude(world, id, receipts);
  if (!header) throw new AuditSuperseded();
  return { header, delivery: await deliver(world) };
}
