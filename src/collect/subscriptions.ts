import type { Subscription } from '../model/governance';
import type { Gap } from '../model/snapshot';
import { attempt } from './attempt';
import type { AzureReader, Body } from './collector';
import { toGap } from './gaps';
import { toSubscription } from './resources/subscription';
import { managementGroupIn, subscriptionIn } from './resourceGraph';
import { idOf } from './rows';

/** Subscriptions that the audit has to speak of, by id, and what could not be learnt about them. */
export interface Expected {
  readonly subscriptions: ReadonlyMap<string, Subscription>;
  /** Ids that `GET /subscriptions` lists; undefined where it did not answer. */
  readonly listed: ReadonlySet<string> | undefined;
  readonly gaps: readonly Gap[];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A subscription as `GET /subscriptions` (2022-12-01) or a management group tells of it; of one merely named, the id alone. */
export function expectedSubscription(id: string, row: Body = {}): Subscription {
  const subscription = toSubscription({ ...row, id: `/subscriptions/${id}` });
  return { ...subscription, displayName: subscription.displayName || id, name: subscription.name || id };
}

/** Some lists name a subscription below its management group. */
const idIn = (row: Body): string | undefined =>
  subscriptionIn(text(row['subscriptionId']) || idOf(row).replace(/^.*(?=\/subscriptions\/)/i, ''));

async function listed(azure: AzureReader, path: string, apiVersion: string): Promise<Map<string, Body>> {
  const rows = new Map<string, Body>();
  for await (const row of azure.list(path, apiVersion)) {
    const id = idIn(row);
    if (id) rows.set(id, row);
  }
  return rows;
}

const present = (values: readonly (string | undefined)[]): string[] =>
  values.filter((value): value is string => value !== undefined);

/** Ids below the management groups among `scopes`, whether the identity can read them or not. */
async function below(azure: AzureReader, groups: readonly string[], gaps: Gap[]): Promise<string[]> {
  const read = groups.map(async (group) => {
    const scope = `/providers/microsoft.management/managementgroups/${group.toLowerCase()}`;
    const path = `/providers/Microsoft.Management/managementGroups/${encodeURIComponent(group)}/descendants`;
    const tried = await attempt(() => listed(azure, path, '2020-05-01'));
    if (tried.ok) return [...tried.value.keys()];
    const permission = 'Microsoft.Management/managementGroups/descendants/read';
    gaps.push(toGap(tried.error, { kind: 'managementGroup', scope, permission }));
    return [];
  });
  return (await Promise.all(read)).flat();
}

/**
 * The subscriptions that should be found: all that `GET /subscriptions` lists, or, with `scopes`, those named and those below the management groups
 * named. Resource Graph is silent about what the identity may not read, so its answer is held against this one.
 */
export async function expectedSubscriptions(azure: AzureReader, scopes: readonly string[]): Promise<Expected> {
  const gaps: Gap[] = [];
  const tried = await attempt(() => listed(azure, '/subscriptions', '2022-12-01'));
  if (!tried.ok) {
    const permission = 'Microsoft.Resources/subscriptions/read';
    gaps.push(toGap(tried.error, { kind: 'subscription', scope: '/', permission }));
  }
  const rows = tried.ok ? tried.value : new Map<string, Body>();
  const named = present(scopes.map(subscriptionIn));
  const under = await below(azure, present(scopes.map(managementGroupIn)), gaps);
  const wanted = scopes.length === 0 ? [...rows.keys()] : [...named, ...under];
  return {
    subscriptions: new Map(wanted.map((id) => [id, expectedSubscription(id, rows.get(id))])),
    listed: tried.ok ? new Set(rows.keys()) : undefined,
    gaps,
  };
}
