import type { Resource } from '../../model/resource';
import type { Budget } from '../../model/safeguards';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { entries, isTrue, texts } from '../body';
import { childCollector } from '../collector';
import type { AzureReader, Body } from '../collector';

const provider = '/providers/Microsoft.Consumption/budgets';

/** Resource groups that were asked for in one run: many accounts share one. */
const asked = new WeakMap<AzureReader, Set<string>>();

function isFirst(azure: AzureReader, scope: string): boolean {
  const known = asked.get(azure) ?? new Set<string>();
  asked.set(azure, known);
  return known.size < known.add(scope).size;
}

const scopeOf = ({ kind, id, subscriptionId, resourceGroup }: Resource): string =>
  kind === 'subscription' ? id : `/subscriptions/${subscriptionId}/resourcegroups/${resourceGroup}`;

async function* read(azure: AzureReader, parent: Resource): AsyncGenerator<Body> {
  const scope = scopeOf(parent);
  if (isFirst(azure, scope)) yield* azure.list(`${scope}${provider}`, versionOf('microsoft.consumption/budgets'));
}

const receivers = ['contactEmails', 'contactRoles', 'contactGroups'];

/** A budget; amounts and addresses are left out. */
export function toBudget(body: Body): Budget {
  const fixed = base('budget', body);
  const scope = fixed.id.slice(0, Math.max(0, fixed.id.lastIndexOf(provider.toLowerCase())));
  const notifies = entries(body, 'properties', 'notifications').some(
    ([, one]) => isTrue(one, 'enabled') && receivers.some((name) => texts(one, name).length > 0),
  );
  return { ...fixed, parentId: scope, scope, notifies };
}

/** Costs one request a subscription and one for each resource group with AI accounts: the list of a subscription leaves those of groups out. */
export default childCollector({
  kind: 'budget',
  parents: ['subscription', 'aiAccount'],
  permissions: ['Microsoft.Consumption/budgets/read'],
  read,
  convert: (body) => ({ resource: toBudget(body) }),
});
