import type { ContainerRegistry } from '../../model/surroundings';
import { base } from '../base';
import { isTrue, part, text, textOr } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { bypassOf, toNetwork } from '../network';
import { resourcesQuery } from '../queries';
import { hostAt } from '../url';

/** Azure writes `enabled` and `disabled` here; any other word is read as the less safe of the two by its caller. */
const isOn = (absent: 'enabled' | 'disabled', value: unknown, ...path: readonly string[]): boolean =>
  textOr(absent, value, ...path, 'status').toLowerCase() === 'enabled';

const isOff = (value: unknown, ...path: readonly string[]): boolean =>
  text(value, ...path, 'status').toLowerCase() === 'disabled';

const hasOwnKey = (properties: Body): boolean =>
  isOn('disabled', properties, 'encryption') &&
  text(properties, 'encryption', 'keyVaultProperties', 'keyIdentifier') !== '';

type Policies = Pick<
  ContainerRegistry,
  'exportEnabled' | 'quarantineEnabled' | 'trustEnabled' | 'azureAdAuthenticationAsArm'
>;

/** Absent: export and Azure AD tokens for ARM enabled, quarantine and trust disabled (RegistryProperties, 2025-04-01). */
const toPolicies = (properties: Body): Policies => ({
  exportEnabled: !isOff(properties, 'policies', 'exportPolicy'),
  quarantineEnabled: isOn('disabled', properties, 'policies', 'quarantinePolicy'),
  trustEnabled: isOn('disabled', properties, 'policies', 'trustPolicy'),
  azureAdAuthenticationAsArm: !isOff(properties, 'policies', 'azureADAuthenticationAsArmPolicy'),
});

/** A container registry; absent `networkRuleBypassOptions` = AzureServices, absent `roleAssignmentMode` = LegacyRegistryPermissions. */
export function toContainerRegistry(body: Body): ContainerRegistry {
  const properties = part(body, 'properties');
  return {
    ...base('containerRegistry', body),
    sku: text(body, 'sku', 'name'),
    network: {
      ...toNetwork(properties, 'networkRuleSet'),
      bypass: bypassOf(textOr('AzureServices', properties, 'networkRuleBypassOptions')),
    },
    loginServer: hostAt(properties, 'loginServer'),
    adminUserEnabled: isTrue(properties, 'adminUserEnabled'),
    anonymousPullEnabled: isTrue(properties, 'anonymousPullEnabled'),
    customerManagedKey: hasOwnKey(properties),
    ...toPolicies(properties),
    roleAssignmentMode: textOr('LegacyRegistryPermissions', properties, 'roleAssignmentMode'),
  };
}

export default surveyCollector({
  kind: 'containerRegistry',
  permissions: ['Microsoft.ContainerRegistry/registries/read'],
  query: resourcesQuery,
  types: ['microsoft.containerregistry/registries'],
  convert: (row) => ({ resource: toContainerRegistry(row) }),
});
