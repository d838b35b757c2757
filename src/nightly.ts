import { OrchestrationRuntimeStatus, type DurableClient } from 'durable-functions';
import { world } from './app';
import type { Order } from './orders';
import { dueBefore } from './steps/schedule';
import type { World } from './world';

/** How a timer fired. */
export interface Fired {
  readonly isPastDue: boolean;
  /** Names this firing: two of them are two rivals for one slot. */
  readonly invocationId: string;
}

/** Between due and this many minutes later, a firing is the schedule's own; after that it is a late one or somebody's hand. */
const punctualMinutes = 15;
/** A slot that was taken and not started: its taker died, and another may start it. */
const slotSeconds = 60;

const instanceOf = (instant: string): string => `nightly-${instant.slice(0, 16).replaceAll(':', '-')}`;

async function isRunning(client: DurableClient): Promise<boolean> {
  const runtimeStatus = [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending];
  const instances = await client.getStatusBy({ runtimeStatus });
  return instances.some(({ instanceId }) => instanceId.startsWith('nightly-'));
}

/** The time the schedule wanted this firing for; '' for one by hand. */
function dueOf({ settings, now }: World, { isPastDue }: Fired): string {
  const due = dueBefore(settings.schedule, now());
  const minutes = (Date.parse(now()) - Date.parse(due)) / 60_000;
  return due !== '' && (isPastDue || minutes <= punctualMinutes) ? due : '';
}

async function start(open: World, client: DurableClient, instanceId: string, dueAt: string): Promise<string> {
  const known = await client.getStatus(instanceId).catch(() => undefined);
  if (known?.runtimeStatus) return `Audit ${instanceId} was started before.`;
  if (await isRunning(client))
    return `An audit is still running: ${instanceId} is left out, and told with the next one.`;
  const { scopes } = open.settings;
  const order: Order = { scopes, rules: [], trigger: 'timer', askedAt: open.now(), ...(dueAt ? { dueAt } : {}) };
  await client.startNew('audit', { instanceId, input: order });
  return `Audit ${instanceId} started.`;
}

/**
 * Starts the scheduled audit: one for each time the schedule wants, however often and from wherever the timer fires. The slot is a lease by
 * etag in the store, because looking for an instance and starting it is no single act. Resolves to what happened, for the log.
 */
export async function startNightly(client: DurableClient, fired: Fired): Promise<string> {
  const open = await world();
  const due = dueOf(open, fired);
  const slot = { scheduledAt: due || `${open.now().slice(0, 16)}:00Z`, owner: fired.invocationId };
  const instanceId = instanceOf(slot.scheduledAt);
  if (!(await open.store.takeSlot(slot, open.now(), slotSeconds)))
    return `Audit ${instanceId} belongs to another firing.`;
  const told = await start(open, client, instanceId, due);
  await open.store.releaseSlot(slot);
  return told;
}
