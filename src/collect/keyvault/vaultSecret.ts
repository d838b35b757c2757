import type { Resource } from '../../model/resource';
import type { VaultSecret } from '../../model/safeguards';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { isNotFalse, part } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';
import { secondsAt } from './seconds';

/** A secret's attributes. Resource Manager never tells a value, and none would be read. */
export function toVaultSecret(body: Body, vault?: Resource): VaultSecret {
  const attributes = part(body, 'properties', 'attributes');
  return {
    ...base('vaultSecret', body, vault),
    isEnabled: isNotFalse(attributes, 'enabled'),
    expiresAt: secondsAt(attributes, 'exp'),
  };
}

/** Costs one request for each vault that an AI resource uses. */
export default childCollector({
  kind: 'vaultSecret',
  parents: ['keyVault'],
  permissions: ['Microsoft.KeyVault/vaults/secrets/read'],
  read: (azure, vault) => azure.list(`${vault.id}/secrets`, versionOf('microsoft.keyvault/vaults/secrets')),
  convert: (body, parent) => ({ resource: toVaultSecret(body, parent) }),
});
