import type { KeyVault } from '../../model/surroundings';
import { base } from '../base';
import { isNotFalse, isTrue, part } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { toNetwork } from '../network';
import { resourcesQuery } from '../queries';
import { urlAt } from '../url';

/**
 * A key vault. Absent or null: `enableRbacAuthorization` and `enablePurgeProtection` false, `enableSoftDelete` true, `bypass` of a rule
 * set AzureServices (reference of Microsoft.KeyVault/vaults, 2024-11-01).
 */
export function toKeyVault(body: Body): KeyVault {
  const properties = part(body, 'properties');
  return {
    ...base('keyVault', body),
    network: toNetwork(properties, 'networkAcls', 'AzureServices'),
    vaultUri: urlAt(properties, 'vaultUri'),
    rbacAuthorization: isTrue(properties, 'enableRbacAuthorization'),
    purgeProtection: isTrue(properties, 'enablePurgeProtection'),
    softDelete: isNotFalse(properties, 'enableSoftDelete'),
  };
}

export default surveyCollector({
  kind: 'keyVault',
  permissions: ['Microsoft.KeyVault/vaults/read'],
  query: resourcesQuery,
  types: ['microsoft.keyvault/vaults'],
  convert: (row) => ({ resource: toKeyVault(row) }),
});
