import type { Kind } from '../model/resource';

/**
 * The model's words for properties whose ARM path differs, so that a change is told in Azure's words. The longest prefix wins; what is
 * not listed has the same name in both.
 */
const everywhere: Readonly<Record<string, string>> = {
  localAuthDisabled: 'disableLocalAuth',
  'network.publicNetworkAccess': 'publicNetworkAccess',
  'network.defaultAction': 'networkAcls.defaultAction',
  'network.bypass': 'networkAcls.bypass',
  'network.ipRules': 'networkAcls.ipRules',
  'network.virtualNetworkRules': 'networkAcls.virtualNetworkRules',
  'network.privateEndpointConnections': 'privateEndpointConnections',
  customerManagedKey: 'encryption.keyVaultProperties',
};

const byKind: Readonly<Partial<Record<Kind, Readonly<Record<string, string>>>>> = {
  mlWorkspace: { isolationMode: 'managedNetwork.isolationMode', outboundRules: 'managedNetwork.outboundRules' },
  compute: { sshPublicAccess: 'sshSettings.sshPublicAccess' },
  datastore: { credentialsType: 'credentials.credentialsType' },
  serverlessEndpoint: { contentSafetyStatus: 'contentSafety.contentSafetyStatus', modelId: 'modelSettings.modelId' },
  keyVault: {
    rbacAuthorization: 'enableRbacAuthorization',
    purgeProtection: 'enablePurgeProtection',
    softDelete: 'enableSoftDelete',
  },
  dataAsset: { path: 'dataUri', referencedPaths: 'referencedUris' },
  blobService: {
    deleteRetentionDays: 'deleteRetentionPolicy',
    containerDeleteRetentionDays: 'containerDeleteRetentionPolicy',
    changeFeedEnabled: 'changeFeed.enabled',
    allowPermanentDelete: 'deleteRetentionPolicy.allowPermanentDelete',
  },
  blobContainer: { immutability: 'immutabilityPolicy.state' },
  storageAccount: { httpsTrafficOnly: 'supportsHttpsTrafficOnly' },
  connection: { targetHost: 'target', targetScheme: 'target', targetResourceId: 'metadata.ResourceId' },
  agent: { raiPolicyName: 'rai_config.rai_policy_name', inputNames: 'structured_inputs' },
  databricksWorkspace: {
    noPublicIp: 'parameters.enableNoPublicIp',
    customVirtualNetworkId: 'parameters.customVirtualNetworkId',
    infrastructureEncryption: 'parameters.requireInfrastructureEncryption',
    managedServicesKeySource: 'encryption.entities.managedServices.keySource',
    managedDiskKeySource: 'encryption.entities.managedDisk.keySource',
    dbfsKeySource: 'parameters.encryption.keySource',
  },
  apimApi: { apiType: 'type', serviceHost: 'serviceUrl', serviceScheme: 'serviceUrl', backendNames: 'backendId' },
  apimBackend: {
    host: 'url',
    scheme: 'url',
    validateCertificateChain: 'tls.validateCertificateChain',
    validateCertificateName: 'tls.validateCertificateName',
    members: 'pool.services',
  },
  apimNamedValue: { inKeyVault: 'keyVault' },
  searchService: { cmkEnforcement: 'encryptionWithCmk.enforcement', 'network.ipRules': 'networkRuleSet.ipRules' },
};

/** The property in Azure's words: `network.publicNetworkAccess` → `publicNetworkAccess`. */
export function azureName(kind: Kind, property: string): string {
  const names = { ...everywhere, ...byKind[kind] };
  const prefix = Object.keys(names)
    .filter((name) => property === name || property.startsWith(`${name}.`))
    .sort((a, b) => b.length - a.length)[0];
  return prefix === undefined ? property : `${names[prefix] ?? prefix}${property.slice(prefix.length)}`;
}
