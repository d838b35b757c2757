import { auditUnit, conclude, deliver, plan } from './audit';
import type { Delivery } from './steps/deliver';
import { world } from './app';
import type { Receipt } from './model/plan';
import type { Tidied } from './model/retention';
import { tidy } from './steps/tidy';
import type { AuditRequest } from './world';

/** What the durable orchestration hands from step to step: ids only, the store is the seam. */
export interface Order extends AuditRequest {
  /** Rules that the asker wants to see; empty = all. They narrow the answer, not the audit. */
  readonly rules: readonly string[];
  readonly askedAt: string;
}

export interface Planned {
  readonly planId: string;
  readonly units: readonly string[];
}

export interface Judged {
  readonly planId: string;
  readonly receipts: readonly Receipt[];
}

export async function planOrder({ scopes, trigger, dueAt }: Order): Promise<Planned> {
  const { id, toRead } = await plan(await world(), { scopes, trigger, ...(dueAt === undefined ? {} : { dueAt }) });
  return { planId: id, units: toRead };
}

export async function auditOrder({ planId, units }: Planned): Promise<Judged> {
  const open = await world();
  return { planId, receipts: await open.inParallel(units, (unit) => auditUnit(open, planId, unit)) };
}

/** The id of the committed run; '' when another run was committed meanwhile. */
export async function concludeOrder({ planId, receipts }: Judged): Promise<string> {
  return (await conclude(await world(), planId, receipts))?.id ?? '';
}

/** Well within the ten minutes that a function has at most. */
const tidySeconds = 240;

export const tidyNow = async (): Promise<Tidied> => tidy(await world(), tidySeconds);

export const deliverOrder = async (): Promise<Delivery> => deliver(await world());
