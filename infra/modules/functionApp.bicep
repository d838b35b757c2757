metadata description = 'The function app on Flex Consumption.'

@description('Azure region.')
param location string

@description('End of every resource name.')
param nameSuffix string

@description('Tags of the resources.')
param tags { *: string }

@description('Name of the user-assigned identity that the app runs as.')
param identityName string

@description('Name of the Application Insights component.')
param insightsName string

@description('Workspace that diagnostic settings write to.')
param workspaceId string

@description('Storage account for host state.')
param storageAccountName string

@description('URL of the container that holds the package.')
param packageContainerUrl string

@description('Value of AISPM_SCOPES.')
param scopes string[]

@description('Value of AISPM_SCHEDULE.')
param schedule string

@description('Value of AISPM_CONFIG.')
param policy string

@description('Value of AISPM_STORAGE: URL of the table service.')
param tableEndpoint string

@description('Value of AISPM_TEAMS_WEBHOOK_URL: a Key Vault reference, or empty.')
param teamsWebhookReference string

@description('Node.js version.')
param nodeVersion string

@description('Memory of one instance in MB.')
param instanceMemoryMB int

@description('Most instances that may run at once.')
param maximumInstanceCount int

@description('Whether public networks reach the app.')
@allowed(['Enabled', 'Disabled'])
param publicNetworkAccess string

@description('Ranges that may reach the app. Empty: all.')
param allowedIpRanges string[]

@description('Subnet for outbound traffic. Empty: none.')
param virtualNetworkSubnetId string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// Flex Consumption refuses FUNCTIONS_WORKER_RUNTIME, FUNCTIONS_EXTENSION_VERSION and WEBSITE_RUN_FROM_PACKAGE: functionAppConfig says it.
var appSettings = [
  {
    name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING'
    value: 'ClientId=${identity.properties.clientId};Authorization=AAD'
  }
  { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insights.properties.ConnectionString }
  { name: 'AzureWebJobsStorage__accountName', value: storageAccountName }
  { name: 'AzureWebJobsStorage__clientId', value: identity.properties.clientId }
  { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
  { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId } // DefaultAzureCredential picks the identity by this name.
  { name: 'AISPM_CONFIG', value: policy }
  { name: 'AISPM_SCHEDULE', value: schedule }
  { name: 'AISPM_SCOPES', value: join(scopes, ',') }
  { name: 'AISPM_STORAGE', value: tableEndpoint }
  { name: 'AISPM_TEAMS_WEBHOOK_URL', value: teamsWebhookReference }
]

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${nameSuffix}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: 'func-${nameSuffix}'
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    publicNetworkAccess: publicNetworkAccess
    virtualNetworkSubnetId: empty(virtualNetworkSubnetId) ? null : virtualNetworkSubnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: { name: 'node', version: nodeVersion }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
      }
    }
    siteConfig: {
      appSettings: appSettings
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      remoteDebuggingEnabled: false
      ipSecurityRestrictions: [
        for (range, index) in allowedIpRanges: {
          name: 'allowed-${index}'
          action: 'Allow'
          ipAddress: range
          priority: 100 + index
        }
      ]
      ipSecurityRestrictionsDefaultAction: empty(allowedIpRanges) ? 'Allow' : 'Deny'
      scmIpSecurityRestrictionsUseMain: true
    }
  }

  // Publishing works by Entra tokens; user names and passwords are refused.
  resource basicFtp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource basicScm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: app
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'FunctionAppLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Name of the function app.')
output name string = app.name

@description('Host name of the function app.')
output hostname string = app.properties.defaultHostName
