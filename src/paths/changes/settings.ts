import { edit, gone, type ChangeKind } from './changeKind';

const off = 'Disabled' as const;
const closed = edit(
  ['aiAccount', 'searchService', 'storageAccount', 'keyVault', 'containerRegistry', 'cosmosAccount'],
  ({ network }) => ({ network: { ...network, publicNetworkAccess: off, defaultAction: 'Deny' as const, ipRules: [] } }),
);
const closedMl = edit(
  ['mlWorkspace', 'onlineEndpoint', 'batchEndpoint', 'serverlessEndpoint', 'apimService', 'mlRegistry'],
  () => ({ publicNetworkAccess: off }),
);
const withKeysOff = edit(['aiAccount', 'searchService', 'cosmosAccount'], () => ({ localAuthDisabled: true }));

/** Changes of what a resource lets in: keys, networks, anonymous readers, logs. */
export const settingChanges = {
  'keys-off': {
    words: 'switch keys off',
    effort: 'flag',
    cli: 'az resource update --ids RESOURCE_ID --set properties.disableLocalAuth=true',
    bicep: 'properties: { disableLocalAuth: true }',
    apply: withKeysOff,
  },
  'shared-key-off': {
    words: 'switch shared keys off',
    effort: 'flag',
    cli: 'az storage account update --ids RESOURCE_ID --allow-shared-key-access false',
    bicep: 'properties: { allowSharedKeyAccess: false }',
    apply: edit(['storageAccount'], () => ({ allowSharedKeyAccess: false })),
  },
  'admin-user-off': {
    words: 'switch the admin user off',
    effort: 'flag',
    cli: 'az acr update --ids RESOURCE_ID --admin-enabled false',
    bicep: 'properties: { adminUserEnabled: false }',
    apply: edit(['containerRegistry'], () => ({ adminUserEnabled: false })),
  },
  'endpoint-entra': {
    words: 'take Entra tokens in place of keys',
    effort: 'rebuild',
    cli: 'az ml online-endpoint create --file ENDPOINT.yml # auth_mode: aad_token',
    bicep: "properties: { authMode: 'AADToken' }",
    apply: edit(['onlineEndpoint', 'batchEndpoint', 'serverlessEndpoint'], () => ({ authMode: 'AADToken' })),
  },
  'close-network': {
    words: 'close the public network',
    effort: 'network',
    cli: 'az resource update --ids RESOURCE_ID --set properties.publicNetworkAccess=Disabled',
    bicep: "properties: { publicNetworkAccess: 'Disabled' }",
    apply: (resource) => closedMl(closed(resource)),
  },
  'deny-policy': {
    words: 'assign a policy with effect Deny on keys and public network',
    effort: 'flag',
    cli: 'az policy assignment create --scope SCOPE --policy 71ef260a-8f18-47b7-abcb-62d0673d94dc --params \'{"effect":{"value":"Deny"}}\'',
    bicep: "parameters: { effect: { value: 'Deny' } }",
  },
  'reject-endpoint': {
    words: 'reject the private endpoint connection',
    effort: 'flag',
    cli: 'az network private-endpoint-connection reject --id CONNECTION_ID --description "not ours"',
    bicep: "properties: { privateLinkServiceConnectionState: { status: 'Rejected' } }",
  },
  'segment-network': {
    words: 'restrict the subnet of the private endpoint',
    effort: 'network',
    cli: 'az network vnet subnet update --ids SUBNET_ID --private-endpoint-network-policies Enabled --network-security-group NSG',
    bicep: "properties: { privateEndpointNetworkPolicies: 'Enabled' }",
  },
  'rbac-vault': {
    words: 'let the vault use roles in place of access policies',
    effort: 'role',
    cli: 'az keyvault update --ids RESOURCE_ID --enable-rbac-authorization true',
    bicep: 'properties: { enableRbacAuthorization: true }',
    apply: edit(['keyVault'], () => ({ rbacAuthorization: true })),
  },
  'no-anonymous': {
    words: 'allow no anonymous reading',
    effort: 'flag',
    cli: 'az storage account update --ids RESOURCE_ID --allow-blob-public-access false',
    bicep: 'properties: { allowBlobPublicAccess: false }',
    apply: edit(['storageAccount'], () => ({ allowBlobPublicAccess: false })),
  },
  'close-ssh': {
    words: 'close SSH from the internet',
    effort: 'rebuild',
    cli: '',
    bicep: "properties: { properties: { sshSettings: { sshPublicAccess: 'Disabled' } } }",
    apply: edit(['compute'], () => ({ sshPublicAccess: 'Disabled', remoteLoginPortPublicAccess: 'Disabled' })),
  },
  'immutable-data': {
    words: 'make the data immutable',
    effort: 'flag',
    cli: 'az storage container immutability-policy create --account-name ACCOUNT --container-name CONTAINER --period 365',
    bicep: 'properties: { immutabilityPeriodSinceCreationInDays: 365 }',
    apply: edit(['blobContainer'], () => ({ hasImmutabilityPolicy: true })),
  },
  'validate-caller': {
    words: 'let the gateway validate a token of the caller',
    effort: 'flag',
    cli: '',
    bicep: 'properties: { subscriptionRequired: true }',
    apply: edit(['apimApi'], () => ({ subscriptionRequired: true })),
  },
  'limit-tokens': {
    words: 'limit tokens of each caller',
    effort: 'flag',
    cli: '',
    bicep: '',
  },
  'narrow-log-access': {
    words: 'give access to the tables of prompts one by one',
    effort: 'role',
    cli: '',
    bicep: '',
  },
  'stop-content-logs': {
    words: 'send no prompts to the workspace',
    effort: 'flag',
    cli: 'az monitor diagnostic-settings delete --ids SETTING_ID',
    bicep: '',
    apply: gone,
  },
} as const satisfies Readonly<Record<string, ChangeKind>>;
