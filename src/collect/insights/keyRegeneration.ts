import type { KeyRegeneration } from '../../model/governance';
import type { Resource } from '../../model/resource';
import { base } from '../base';
import { instant, text } from '../body';
import { childCollector } from '../collector';
import type { AzureReader, Body, Converted } from '../collector';
import { accountEvents, accountOf } from './activityLog';

async function* read(azure: AzureReader, subscription: Resource): AsyncGenerator<Body> {
  yield* await accountEvents(azure, subscription);
}

const isRegeneration = (event: Body): boolean => {
  const operation = text(event, 'operationName', 'value').toLowerCase();
  const status = text(event, 'status', 'value').toLowerCase();
  return operation === 'microsoft.cognitiveservices/accounts/regeneratekey/action' && status === 'succeeded';
};

/** One regeneration of an account's key as the Activity Log tells it; `requestbody` and claims are left out. */
export function toKeyRegeneration(event: Body, subscription?: Resource): KeyRegeneration {
  const fixed = base('keyRegeneration', event, subscription);
  return {
    ...fixed,
    parentId: accountOf(event) || (subscription?.id ?? ''),
    at: instant(event, 'eventTimestamp'),
    caller: text(event, 'caller'),
  };
}

const convert = (event: Body, subscription: Resource): Converted<'keyRegeneration'> | null =>
  isRegeneration(event) ? { resource: toKeyRegeneration(event, subscription) } : null;

export default childCollector({
  kind: 'keyRegeneration',
  parents: ['subscription'],
  permissions: ['Microsoft.Insights/eventtypes/values/read'],
  read,
  convert,
});
