import { rightsOn, type AbilityName } from '../abilities';
import type { Right } from '../ability';
import type { Resource } from '../resource';

const byRepository = (mode: string): boolean => mode.toLowerCase() === 'abacrepositorypermissions';

/** Rights that only count in one mode of a registry: pushing by registry in the older one, by repository in the newer. */
function registryHonours(mode: string, adminUser: boolean, operation: string): boolean {
  if (operation.endsWith('/push/write')) return !byRepository(mode);
  if (operation.includes('/repositories/')) return byRepository(mode);
  return operation.endsWith('/listcredentials/action') ? adminUser : true;
}

/**
 * Whether the service of the resource lets a role decide: an account without own sub-domain takes no tokens, a search service may take
 * keys only, a vault may follow access policies, Cosmos has roles of its own.
 */
export function isHonoured(resource: Resource, { plane, operation }: Right): boolean {
  if (resource.kind === 'containerRegistry')
    return registryHonours(resource.roleAssignmentMode, resource.adminUserEnabled, operation.toLowerCase());
  if (plane === 'control') return true;
  switch (resource.kind) {
    case 'aiAccount':
      return resource.customSubDomainName !== '';
    case 'searchService':
      return resource.localAuthDisabled || resource.authOptions.toLowerCase() === 'aadorapikey';
    case 'keyVault':
      return resource.rbacAuthorization;
    default:
      return resource.kind !== 'cosmosAccount';
  }
}

/** The rights that give an ability on the resource, as it is set today. Access policies open a vault only where roles do not. */
export function rightsThatCount(name: AbilityName, resource: Resource): readonly Right[] {
  if (name === 'vault.policy' && resource.kind === 'keyVault' && resource.rbacAuthorization) return [];
  return rightsOn(name, resource.id).filter((right) => isHonoured(resource, right));
}
