import type { Receipt } from '../model/plan';
import type { Resource } from '../model/resource';
import type { UnitRecord } from '../model/run';
import { tenantUnit } from '../model/snapshot';
import type { Store } from '../store';
import { summariseShared } from './record';

const load = (store: Store, receipts: readonly Receipt[]): Promise<readonly UnitRecord[]> =>
  Promise.all(receipts.map(({ unit, hash }) => store.loadUnit(unit, hash)));

const unique = <T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] => [
  ...new Map(all.map((one) => [keyOf(one), one])).values(),
];

const homeOf = (resource: Pick<Resource, 'id'>): string => resource.id.split('/')[2] ?? '';

/** Ids that their home units hold themselves: those are judged there. */
async function heldAtHome(
  store: Store,
  resources: readonly Resource[],
  receipts: readonly Receipt[],
): Promise<ReadonlySet<string>> {
  const homes = new Set(resources.map(homeOf));
  const records = await load(
    store,
    receipts.filter(({ unit }) => homes.has(unit)),
  );
  return new Set(records.flatMap((record) => record.resources.map(({ id }) => id)));
}

/**
 * Dependencies that units share across subscriptions, each told once: the tenant's record takes those over that their home unit does
 * not judge itself. Returns the receipts with the tenant's new hash.
 */
export async function shareForeign(store: Store, receipts: readonly Receipt[]): Promise<readonly Receipt[]> {
  const tenant = receipts.find(({ unit }) => unit === tenantUnit);
  const users = await load(
    store,
    receipts.filter((receipt) => receipt.hasForeign),
  );
  if (!tenant || users.length === 0) return receipts;
  const resources = unique(
    users.flatMap((record) => record.foreign.resources),
    ({ id }) => id,
  );
  const home = await heldAtHome(store, resources, receipts);
  const findings = unique(
    users.flatMap((record) => record.foreign.findings),
    (finding) => `${finding.ruleId}\n${finding.resourceId}`,
  );
  const record = await store.loadUnit(tenantUnit, tenant.hash);
  const hash = await store.saveUnit(
    summariseShared(
      record,
      resources.filter(({ id }) => !home.has(id)),
      findings.filter(({ resourceId }) => !home.has(resourceId)),
    ),
  );
  return receipts.map((receipt) => (receipt === tenant ? { ...receipt, hash } : receipt));
}
