metadata description = 'The one storage account: package, host state and history of audits. Reached by Entra identities only.'

@description('Azure region.')
param location string

@description('Name of the storage account.')
@minLength(3)
@maxLength(24)
param name string

@description('Tags of the storage account.')
param tags { *: string }

@description('Redundancy of the storage account.')
param skuName string

@description('Whether public networks reach the account.')
@allowed(['Enabled', 'Disabled'])
param publicNetworkAccess string

@description('Object id of the identity that may read and write data.')
param principalId string

@description('Resource id of the same identity. It names the role assignment, since what-if cannot foresee an object id.')
param identityId string

@description('Workspace that diagnostic settings write to.')
param workspaceId string

// The host keeps leases and the package in blobs, Durable Functions its messages in queues and its history in tables.
var dataRoleIds = [
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' // Storage Blob Data Owner
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
]

var diagnostics = {
  workspaceId: workspaceId
  logs: [
    { category: 'StorageRead', enabled: true }
    { category: 'StorageWrite', enabled: true }
    { category: 'StorageDelete', enabled: true }
  ]
  metrics: [{ category: 'Transaction', enabled: true }]
}

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: skuName }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: publicNetworkAccess
    supportsHttpsTrafficOnly: true
    encryption: {
      keySource: 'Microsoft.Storage'
      requireInfrastructureEncryption: true
    }
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: publicNetworkAccess == 'Enabled' ? 'Allow' : 'Deny'
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      deleteRetentionPolicy: { enabled: true, days: 14 }
      containerDeleteRetentionPolicy: { enabled: true, days: 14 }
    }

    resource package 'containers' = {
      name: 'app-package'
      properties: { publicAccess: 'None' }
    }
  }

  resource queues 'queueServices' = {
    name: 'default'
  }

  resource tables 'tableServices' = {
    name: 'default'
  }
}

resource dataRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for roleId in dataRoleIds: {
    name: guid(account.id, identityId, roleId)
    scope: account
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleId)
    }
  }
]

resource blobDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account::blobs
  properties: diagnostics
}

resource queueDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account::queues
  properties: diagnostics
}

resource tableDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account::tables
  properties: diagnostics
}

@description('Name of the storage account.')
output name string = account.name

@description('URL of the container that holds the package.')
output packageContainerUrl string = '${account.properties.primaryEndpoints.blob}${account::blobs::package.name}'

@description('URL of the table service.')
output tableEndpoint string = account.properties.primaryEndpoints.table
