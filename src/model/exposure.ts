import type { ExposedSecret } from './base';
import { ownersOfHosts } from './edges';
import type { Kind, Resource } from './resource';

/** What keys open: whether it takes keys decides how much a readable one matters. */
export const keyTargets = [
  'aiAccount',
  'searchService',
  'storageAccount',
  'cosmosAccount',
  'containerRegistry',
] as const satisfies readonly Kind[];

function takesKeys(target: Resource): boolean {
  switch (target.kind) {
    case 'aiAccount':
    case 'searchService':
    case 'cosmosAccount':
      return !target.localAuthDisabled;
    case 'storageAccount':
      return target.allowSharedKeyAccess;
    case 'containerRegistry':
      return target.adminUserEnabled;
    default:
      return true;
  }
}

/** A signature of a user is no account key: shared key access off leaves it alive. */
const needsKeys = ({ secretKind }: ExposedSecret): boolean => secretKind !== 'sasUserDelegation';

/** The resource that a secret opens, among those that are known; undefined where nobody says or it is not inventoried. */
export function openedBy({ opensHost }: ExposedSecret, known: readonly Resource[]): Resource | undefined {
  const id = opensHost === undefined ? undefined : ownersOfHosts(known).get(opensHost);
  return id === undefined ? undefined : known.find((one) => one.id === id);
}

/** True where the resource that a secret opens is known and refuses keys. */
export function isDead(secret: ExposedSecret, known: readonly Resource[]): boolean {
  const target = openedBy(secret, known);
  return target !== undefined && needsKeys(secret) && !takesKeys(target);
}
