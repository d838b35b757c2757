import type { StorageAccount } from '../../model/surroundings';
import { base } from '../base';
import { entries, flag, instant, isNotFalse, isTrue, part, text, textOr } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { toNetwork } from '../network';
import { resourcesQuery } from '../queries';
import { hostAt, urlAt } from '../url';

/** Hosts of `primaryEndpoints`, those of routing preferences one level below included. */
const toHosts = (properties: Body): readonly string[] => {
  const urls = entries(properties, 'primaryEndpoints').map(([, endpoint]) => endpoint);
  const deeper = urls.flatMap((endpoint) => entries(endpoint).map(([, url]) => url));
  return [...new Set([...urls, ...deeper].map((url) => hostAt(url)).filter(Boolean))].sort();
};

type Encryption = Pick<StorageAccount, 'customerManagedKey' | 'infrastructureEncryption' | 'keyVaultUri'>;

function toEncryption(properties: Body): Encryption {
  const encryption = part(properties, 'encryption');
  const key = part(encryption, 'keyvaultproperties');
  const vault = urlAt(key, 'keyvaulturi');
  const fromVault = text(encryption, 'keySource').toLowerCase() === 'microsoft.keyvault';
  return {
    customerManagedKey: fromVault && (vault !== '' || text(key, 'keyname') !== ''),
    infrastructureEncryption: isTrue(encryption, 'requireInfrastructureEncryption'),
    ...(vault ? { keyVaultUri: vault } : {}),
  };
}

type Access = Pick<
  StorageAccount,
  | 'allowSharedKeyAccess'
  | 'allowBlobPublicAccess'
  | 'httpsTrafficOnly'
  | 'minimumTlsVersion'
  | 'allowCrossTenantReplication'
  | 'isSftpEnabled'
  | 'isLocalUserEnabled'
  | 'isHnsEnabled'
>;

/**
 * Defaults of Microsoft.Storage/storageAccounts (2023-05-01): null `allowSharedKeyAccess` counts as true, `supportsHttpsTrafficOnly` is
 * true since 2019-04-01, `minimumTlsVersion` is TLS 1.0. Accounts older than a changed default keep the open one: public blobs and
 * cross-tenant replication are read as allowed. Local users come with SFTP unless Azure says otherwise.
 */
const toAccess = (properties: Body): Access => ({
  allowSharedKeyAccess: isNotFalse(properties, 'allowSharedKeyAccess'),
  allowBlobPublicAccess: isNotFalse(properties, 'allowBlobPublicAccess'),
  httpsTrafficOnly: isNotFalse(properties, 'supportsHttpsTrafficOnly'),
  minimumTlsVersion: textOr('TLS1_0', properties, 'minimumTlsVersion'),
  allowCrossTenantReplication: isNotFalse(properties, 'allowCrossTenantReplication'),
  isSftpEnabled: isTrue(properties, 'isSftpEnabled'),
  isLocalUserEnabled: flag(properties, 'isLocalUserEnabled') ?? isTrue(properties, 'isSftpEnabled'),
  isHnsEnabled: isTrue(properties, 'isHnsEnabled'),
});

/** A storage account. A rule set without `bypass` lets trusted services pass: the documented default of `networkAcls.bypass`. */
export function toStorageAccount(body: Body): StorageAccount {
  const properties = part(body, 'properties');
  return {
    ...base('storageAccount', body),
    sku: text(body, 'sku', 'name'),
    hosts: toHosts(properties),
    blobEndpoint: urlAt(properties, 'primaryEndpoints', 'blob').replace(/[^/]$/, '$&/'),
    network: toNetwork(properties, 'networkAcls', 'AzureServices'),
    ...toAccess(properties),
    ...toEncryption(properties),
    key1CreatedAt: instant(properties, 'keyCreationTime', 'key1'),
    key2CreatedAt: instant(properties, 'keyCreationTime', 'key2'),
    sasExpirationPeriod: text(properties, 'sasPolicy', 'sasExpirationPeriod'),
    immutableStorageWithVersioning: isTrue(properties, 'immutableStorageWithVersioning', 'enabled'),
  };
}

export default surveyCollector({
  kind: 'storageAccount',
  permissions: ['Microsoft.Storage/storageAccounts/read'],
  query: resourcesQuery,
  types: ['microsoft.storage/storageaccounts'],
  convert: (row) => ({ resource: toStorageAccount(row) }),
});
