metadata description = 'The vault that holds the webhook URL.'

@description('Azure region.')
param location string

@description('Name of the vault.')
@minLength(3)
@maxLength(24)
param name string

@description('Tags of the vault and its secret.')
param tags { *: string }

@description('Whether public networks reach the vault.')
@allowed(['Enabled', 'Disabled'])
param publicNetworkAccess string

@description('Object id of the identity that may read the secret.')
param principalId string

@description('Resource id of the same identity. It names the role assignment, since what-if cannot foresee an object id.')
param identityId string

@description('Workspace that diagnostic settings write to.')
param workspaceId string

@description('URL of the Teams webhook. Empty: no secret is written.')
@secure()
param teamsWebhookUrl string

var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var webhookName = 'teams-webhook-url'

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enablePurgeProtection: true
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    publicNetworkAccess: publicNetworkAccess
    networkAcls: {
      // A Key Vault reference comes from the app's own network: no trusted service needs a way around the firewall.
      bypass: 'None'
      defaultAction: publicNetworkAccess == 'Enabled' ? 'Allow' : 'Deny'
    }
  }
}

resource webhook 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = if (!empty(teamsWebhookUrl)) {
  parent: vault
  name: webhookName
  tags: tags
  properties: {
    contentType: 'text/uri-list'
    value: teamsWebhookUrl
  }
}

resource secretsUser 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identityId, keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'AuditEvent', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Name of the vault.')
output name string = vault.name

@description('App setting value that points at the webhook URL and does not contain it.')
output teamsWebhookReference string = '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=${webhookName})'
