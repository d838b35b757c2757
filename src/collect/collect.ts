import type { Subscription } from '../model/governance';
import { tenantUnit } from '../model/snapshot';
import type { AzureReader, SurveyCollector } from './collector';
import type { Harvest } from './rows';
import { distinct } from './rows';
import { expectedSubscription, expectedSubscriptions } from './subscriptions';
import { harvestOf, readRows, tellFailures, type Rows, type UnitSurvey } from './survey';
import { hidden, hiddenKinds } from './visibility';

export { permissionsOf } from './rights';
export { collectUnit, type UnitInput } from './unit';
export type { UnitSurvey } from './survey';

export interface SurveyInput {
  readonly azure: AzureReader;
  readonly collectors: readonly SurveyCollector[];
  /** `AISPM_SCOPES`; empty = all the identity can read. The reader has to be opened with the same. */
  readonly scopes: readonly string[];
}

/** All that the survey found: units by subscription id, and what stands above subscriptions. */
export interface Survey {
  readonly subscriptions: readonly Subscription[];
  readonly units: ReadonlyMap<string, UnitSurvey>;
  readonly tenant: UnitSurvey;
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

const toUnit = ({ resources, gaps }: Harvest): UnitSurvey => ({
  resources: [...resources.values()].sort(byId),
  gaps: distinct(gaps),
});

const subscriptionOf = (unit: string, harvest: Harvest): Subscription | undefined => {
  const known = harvest.resources.get(`/subscriptions/${unit}`);
  return known?.kind === 'subscription' ? known : undefined;
};

/** Without a row of the subscription itself, other rows prove only that some of it can be read. */
function unseen(unit: string, rows: Rows, collectors: readonly SurveyCollector[]): boolean {
  if (rows.failures.some(({ collector }) => collector.kind === 'subscription')) return false;
  const harvest = harvestOf(rows.units, unit);
  return collectors.some(({ kind }) => kind === 'subscription')
    ? !subscriptionOf(unit, harvest)
    : harvest.resources.size === 0;
}

/**
 * The tenant-wide survey by Resource Graph, held against the list of subscriptions and against the identity's own rights in each. Whatever Azure
 * answers, it resolves: what could not be read is a gap of the kinds and units concerned. Only a fault of this program rejects (NotARead).
 */
export async function collectSurvey({ azure, collectors, scopes }: SurveyInput): Promise<Survey> {
  const [rows, expected] = await Promise.all([readRows(azure, collectors), expectedSubscriptions(azure, scopes)]);
  const tenant = harvestOf(rows.units, tenantUnit);
  for (const unit of expected.subscriptions.keys()) harvestOf(rows.units, unit);
  tellFailures(rows);
  tenant.gaps.push(...expected.gaps);
  const units = [...rows.units].filter(([unit]) => unit !== tenantUnit);
  const subscriptions = await Promise.all(
    units.map(async ([unit, harvest]) => {
      const listed = expected.subscriptions.get(unit) ?? expectedSubscription(unit);
      const gone = unseen(unit, rows, collectors);
      harvest.gaps.push(...(gone ? hidden(listed, collectors) : await hiddenKinds(azure, unit, collectors)));
      const subscription = subscriptionOf(unit, harvest) ?? listed;
      harvest.resources.set(subscription.id, subscription);
      return subscription;
    }),
  );
  return {
    subscriptions: subscriptions.sort(byId),
    units: new Map(units.map(([unit, harvest]) => [unit, toUnit(harvest)])),
    tenant: toUnit(tenant),
  };
}
