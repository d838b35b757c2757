import type { ActivityEvent } from '../../model/governance';
import type { Kind, Resource } from '../../model/resource';
import { base } from '../base';
import { idAt, instant, text } from '../body';
import { childCollector } from '../collector';
import type { AzureReader, Body, Converted } from '../collector';
import { accountEvents, activityLog, isWrite, windowStart } from './activityLog';

/** Surroundings whose own changes are told: one question each, for the log of their provider may hold a whole company's noise. */
const surroundings: readonly Kind[] = [
  'storageAccount',
  'keyVault',
  'containerRegistry',
  'cosmosAccount',
  'appInsights',
  'searchService',
  'apimService',
  'botService',
  'databricksWorkspace',
];

const since = (from: string, event: Body): boolean => instant(event, 'eventTimestamp') >= from;

/** Of a subscription: all writes on AI accounts and machine learning, so that a resource that is gone has its last word too. */
async function* read(azure: AzureReader, parent: Resource): AsyncGenerator<Body> {
  const from = windowStart(azure);
  if (from === undefined) return;
  const clause =
    parent.kind === 'subscription'
      ? "resourceProvider eq 'Microsoft.MachineLearningServices'"
      : `resourceUri eq '${parent.id.replaceAll("'", "''")}'`;
  if (parent.kind === 'subscription') yield* (await accountEvents(azure, parent)).filter((event) => since(from, event));
  yield* activityLog(azure, parent.subscriptionId, from, clause);
}

const objectId = 'http://schemas.microsoft.com/identity/claims/objectidentifier';
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A user stands there by name, an application by its object id; Azure itself leaves the caller empty or names a service. */
function callerTypeOf(caller: string): ActivityEvent['callerType'] {
  if (caller.toLowerCase().includes('#ext#')) return 'guest';
  if (caller.includes('@')) return 'user';
  return guid.test(caller) ? 'application' : 'azure';
}

/** One write as the Activity Log tells it: who, what, when and with which program. Request bodies and other claims are left out. */
export function toActivityEvent(event: Body, parent?: Resource): ActivityEvent {
  const caller = text(event, 'caller');
  const client = idAt(event, 'claims', 'appid');
  return {
    ...base('activityEvent', event, parent),
    resourceId: idAt(event, 'resourceId') || idAt(event, 'resourceUri') || (parent?.id ?? ''),
    operation: text(event, 'operationName', 'value'),
    caller,
    callerType: callerTypeOf(caller),
    callerIds: [idAt(event, 'claims', objectId), client].filter(Boolean),
    at: instant(event, 'eventTimestamp'),
    correlationId: idAt(event, 'correlationId'),
    client,
  };
}

const convert = (event: Body, parent: Resource): Converted<'activityEvent'> | null =>
  isWrite(event) ? { resource: toActivityEvent(event, parent) } : null;

/** Costs one request a subscription and one for each surrounding resource, from the second run on. */
export default childCollector({
  kind: 'activityEvent',
  parents: ['subscription', ...surroundings],
  permissions: ['Microsoft.Insights/eventtypes/values/read'],
  read,
  convert,
});
