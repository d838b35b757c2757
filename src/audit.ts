import { auditUnit } from './steps/auditUnit';
import { conclude } from './steps/conclude';
import { deliver, type Delivery } from './steps/deliver';
import { plan, subscriptionCount } from './steps/plan';
import type { Receipt } from './model/plan';
import type { RunHeader } from './model/run';
import { plural } from './report/words';
import type { AuditRequest, World } from './world';

export { auditUnit, conclude, deliver, plan };

/** What an audit says while it runs. */
export interface Watch {
  /** A step begins; `units` when it counts them. */
  begin(step: string, units?: number): void;
  unitDone(): void;
  /** The step ended; `told` is its result in words. */
  end(step: string, told: string): void;
}

const silent: Watch = { begin: () => undefined, unitDone: () => undefined, end: () => undefined };

/** Other audits committed while this one read, again and again: its result was thrown away, nothing was lost. */
export class AuditSuperseded extends Error {
  override readonly name = 'AuditSuperseded';
}

/** Times an audit plans again on top of one that was committed meanwhile. */
const rounds = 3;

async function round(world: World, request: AuditRequest, watch: Watch): Promise<RunHeader | undefined> {
  watch.begin('plan');
  const planned = await plan(world, request);
  const { id, toRead } = planned;
  const subscriptions = plural(subscriptionCount(planned), 'subscription');
  watch.end('plan', `${subscriptions}, ${world.progress().requests} requests`);
  watch.begin('read', toRead.length);
  const receipts = await world.inParallel(toRead, async (unit): Promise<Receipt> => {
    const receipt = await auditUnit(world, id, unit);
    watch.unitDone();
    return receipt;
  });
  watch.end('read', `${subscriptions}, ${world.progress().requests} requests, ${world.progress().retries} retries`);
  watch.begin('compare');
  const header = await conclude(world, id, receipts);
  const told = header
    ? `${plural(header.drift.changes.length, 'change')}, ${plural(world.store.written(), 'row')} written`
    : 'another audit was committed meanwhile';
  watch.end('compare', told);
  return header;
}

/** The order of an audit in one process. Durable Functions runs the same four steps as activities. */
export async function audit(
  world: World,
  request: AuditRequest,
  watch = silent,
): Promise<{ header: RunHeader; delivery: Delivery }> {
  for (let tried = 1; tried <= rounds; tried++) {
    const header = await round(world, request, watch);
    if (header) return { header, delivery: await deliver(world) };
  }
  throw new AuditSuperseded(`Other audits were committed meanwhile, ${rounds} times. The latest run is theirs.`);
}
