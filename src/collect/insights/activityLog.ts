import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { idAt, text } from '../body';
import type { AzureReader, Body } from '../collector';

const day = 24 * 60 * 60 * 1000;
/** The Activity Log keeps 90 days. */
const daysKept = 90;
/** Entries arrive late and clocks differ: the window begins before the last run. */
const overlap = 10 * 60 * 1000;

/** The oldest instant that the log still holds, ISO 8601 UTC. */
export const oldestIn = (azure: AzureReader): string => new Date(Date.parse(azure.now) - daysKept * day).toISOString();

/** From when on events matter to the comparison; undefined where there is none to come. */
export function windowStart(azure: AzureReader): string | undefined {
  if (azure.since === undefined) return undefined;
  const wanted = new Date(Date.parse(azure.since) - overlap).toISOString();
  const oldest = oldestIn(azure);
  return wanted < oldest ? oldest : wanted;
}

/**
 * Events of a subscription from `since` to the run, newest first. `clause` narrows them: Azure takes one of `resourceProvider eq`,
 * `resourceUri eq`, `resourceGroupName eq` and `correlationId eq` beside the time. Source: Activity Logs - List, 2015-04-01.
 */
export function activityLog(
  azure: AzureReader,
  subscriptionId: string,
  since: string,
  clause: string,
): AsyncGenerator<Body> {
  const until = new Date(Date.parse(azure.now)).toISOString();
  const filter = `eventTimestamp ge '${since}' and eventTimestamp le '${until}' and ${clause}`;
  const path = `/subscriptions/${subscriptionId}/providers/Microsoft.Insights/eventtypes/management/values`;
  return azure.list(`${path}?$filter=${encodeURIComponent(filter)}`, versionOf('microsoft.insights/eventtypes/values'));
}

const ends = new Set(['succeeded', 'accepted']);

/** A write, a delete or a new key that went through; what only reads, or failed, changed nothing. */
export const isWrite = (event: Body): boolean =>
  ends.has(text(event, 'status', 'value').toLowerCase()) &&
  /\/(write|delete|regeneratekey\/action)$/i.test(text(event, 'operationName', 'value'));

/** Keys that were handed out: a POST, so that the log holds it though nothing was changed. */
export const isKeyListing = (event: Body): boolean =>
  text(event, 'operationName', 'value').toLowerCase() === 'microsoft.cognitiveservices/accounts/listkeys/action' &&
  ends.has(text(event, 'status', 'value').toLowerCase());

/** The account that an event speaks of, or of what hangs below; '' for none. */
export const accountOf = (event: Body): string => {
  const id = idAt(event, 'resourceId') || idAt(event, 'resourceUri');
  return /^.*\/microsoft\.cognitiveservices\/accounts\/[^/]+/.exec(id)?.[0] ?? '';
};

/** What the readers of the log take from an event: request bodies and other claims are let go at once. */
function slim(event: Body): Body {
  const { id, eventTimestamp, operationName, status, resourceId, resourceUri, caller, correlationId, claims } = event;
  return { id, eventTimestamp, operationName, status, resourceId, resourceUri, caller, correlationId, claims };
}

const readings = new WeakMap<AzureReader, Map<string, Promise<readonly Body[]>>>();

async function readEvents(azure: AzureReader, subscription: Resource): Promise<readonly Body[]> {
  const rows: Body[] = [];
  const clause = "resourceProvider eq 'Microsoft.CognitiveServices'";
  for await (const event of activityLog(azure, subscription.subscriptionId, oldestIn(azure), clause))
    if (isWrite(event) || isKeyListing(event)) rows.push(slim(event));
  return rows;
}

/** Writes on AI accounts and listings of their keys in the 90 days the log keeps: read once for all that is told from them. */
export function accountEvents(azure: AzureReader, subscription: Resource): Promise<readonly Body[]> {
  const known = readings.get(azure) ?? new Map<string, Promise<readonly Body[]>>();
  readings.set(azure, known);
  const reading = known.get(subscription.id) ?? readEvents(azure, subscription);
  known.set(subscription.id, reading);
  return reading;
}
