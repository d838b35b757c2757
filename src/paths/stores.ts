import type { DataRole, DataUse } from '../model/dataUse';
import type { Tenant } from './tenant';

type Reads = 'blobContainer' | 'storageAccount' | 'cosmosAccount' | 'searchService';

/** Id of the place a use names: the container where it was read, else the whole store. */
export function placeOf({ store, container }: DataUse, tenant: Tenant<Reads>): string {
  const id = `${store}/blobservices/default/containers/${container.toLowerCase()}`;
  return container !== '' && tenant.byId('blobContainer', id) ? id : store;
}

/** Uses of stores in some roles, each place and user once. */
export function usesAs(tenant: Tenant<Reads>, ...roles: readonly DataRole[]): readonly (DataUse & { place: string })[] {
  const placed = tenant.dataUses
    .filter(({ role, store }) => roles.includes(role) && store !== '')
    .map((use) => ({ ...use, place: placeOf(use, tenant) }));
  return [...new Map(placed.map((use) => [`${use.place} ${use.by}`, use])).values()];
}

/** Nobody can overwrite what lies in it. */
export const isImmutable = (place: string, tenant: Tenant<Reads>): boolean => {
  const container = tenant.byId('blobContainer', place);
  return container !== undefined && (container.hasImmutabilityPolicy || container.hasLegalHold);
};
