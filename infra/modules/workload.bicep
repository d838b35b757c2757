metadata description = 'All resources of the auditor in one resource group. It can be deployed alone, without rights at the management group.'

@description('Azure region of every resource.')
param location string = resourceGroup().location

@description('Word in every resource name: lower-case letters and digits.')
@minLength(2)
@maxLength(7)
param baseName string = 'aispm'

@description('Tags of every resource that can carry tags.')
param tags { *: string } = { application: 'aispm' }

@description('Subscription ids or management group ids to audit. Empty: all that the identity can read.')
param scopes string[] = []

@description('NCRONTAB schedule of the audit with six fields, in UTC.')
param schedule string = '0 0 6 * * *'

@description('Policy of the audit as JSON, or the path of a policy file in the package. Empty: the built-in policy.')
param policy string = ''

@description('URL of the Teams Workflows webhook. Empty: the vault is left as it is.')
@secure()
param teamsWebhookUrl string = ''

@description('The vault holds the webhook URL of an earlier deployment.')
param webhookStored bool = false

@description('Node.js version of the function app.')
@allowed(['22', '24'])
param nodeVersion string = '22'

@description('Memory of one instance in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Most instances that may run at once.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Whether public networks reach the app.')
@allowed(['Enabled', 'Disabled'])
param appPublicNetworkAccess string = 'Enabled'

@description('Ranges in CIDR notation that may reach the app. Empty: all.')
param allowedIpRanges string[] = []

@description('Whether public networks reach the storage account and the vault.')
@allowed(['Enabled', 'Disabled'])
param dataPublicNetworkAccess string = 'Enabled'

@description('Subnet for outbound traffic of the app, delegated to Microsoft.App/environments. Empty: none.')
param virtualNetworkSubnetId string = ''

@description('Redundancy of the storage account.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string = 'Standard_LRS'

@description('Days that Log Analytics keeps logs.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

var token = uniqueString(resourceGroup().id, baseName)
var nameSuffix = '${baseName}-${token}'
var insightsName = 'appi-${nameSuffix}'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${nameSuffix}'
  location: location
  tags: tags
}

module monitoring 'monitoring.bicep' = {
  params: {
    location: location
    workspaceName: 'log-${nameSuffix}'
    insightsName: insightsName
    tags: tags
    retentionInDays: logRetentionDays
    principalId: identity.properties.principalId
    identityId: identity.id
  }
}

module storage 'storage.bicep' = {
  params: {
    location: location
    name: 'st${baseName}${token}'
    tags: tags
    skuName: storageSku
    publicNetworkAccess: dataPublicNetworkAccess
    principalId: identity.properties.principalId
    identityId: identity.id
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'vault.bicep' = {
  params: {
    location: location
    name: 'kv-${nameSuffix}'
    tags: tags
    publicNetworkAccess: dataPublicNetworkAccess
    principalId: identity.properties.principalId
    identityId: identity.id
    workspaceId: monitoring.outputs.workspaceId
    teamsWebhookUrl: teamsWebhookUrl
  }
}

module functionApp 'functionApp.bicep' = {
  params: {
    location: location
    nameSuffix: nameSuffix
    tags: tags
    identityName: identity.name
    insightsName: insightsName
    workspaceId: monitoring.outputs.workspaceId
    storageAccountName: storage.outputs.name
    packageContainerUrl: storage.outputs.packageContainerUrl
    scopes: scopes
    schedule: schedule
    policy: policy
    tableEndpoint: storage.outputs.tableEndpoint
    teamsWebhookReference: webhookStored || !empty(teamsWebhookUrl) ? vault.outputs.teamsWebhookReference : ''
    nodeVersion: nodeVersion
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    publicNetworkAccess: appPublicNetworkAccess
    allowedIpRanges: allowedIpRanges
    virtualNetworkSubnetId: virtualNetworkSubnetId
  }
}

@description('Name of the function app.')
output functionAppName string = functionApp.outputs.name

@description('Host name of the HTTP interface.')
output functionAppHostname string = functionApp.outputs.hostname

@description('Object id of the identity.')
output identityPrincipalId string = identity.properties.principalId

@description('Name of the vault that holds the webhook URL.')
output keyVaultName string = vault.outputs.name
