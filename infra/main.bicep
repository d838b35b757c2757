metadata name = 'aispm'
metadata description = 'Deploys the AI security posture auditor and lets its identity read one management group and all below it.'

targetScope = 'managementGroup'

@description('Subscription that hosts the auditor. The deployer needs the right to create resources and role assignments in it.')
@minLength(36)
@maxLength(36)
param subscriptionId string

@description('Resource group that hosts the auditor. It is created when absent.')
@minLength(1)
@maxLength(90)
param resourceGroupName string = 'rg-aispm'

@description('Azure region of every resource. It must offer Flex Consumption.')
param location string = deployment().location

@description('Word in every resource name: lower-case letters and digits. Take another one while a deleted vault holds the name.')
@minLength(2)
@maxLength(7)
param baseName string = 'aispm'

@description('Tags of every resource that can carry tags.')
param tags { *: string } = { application: 'aispm' }

@description('Subscription ids or management group ids to audit. Empty: all that the identity can read.')
param scopes string[] = []

@description('NCRONTAB schedule of the audit with six fields, in UTC. The default is 06:00 every day.')
param schedule string = '0 0 6 * * *'

@description('Policy of the audit as JSON, or the path of a policy file in the package. Empty: the built-in policy.')
param policy string = ''

@description('URL of the Teams Workflows webhook. A credential: it goes to Key Vault only. Empty: the vault is left as it is.')
@secure()
param teamsWebhookUrl string = ''

@description('The vault holds the webhook URL of an earlier deployment: keep sending cards without repeating teamsWebhookUrl.')
param webhookStored bool = false

@description('Assign the custom role of auditor-role.json, which reads only what the audit reads. False: Reader and Security Reader.')
param useCustomAuditorRole bool = false

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

@description('Whether the HTTP interface and the deployment endpoint can be reached from public networks.')
@allowed(['Enabled', 'Disabled'])
param appPublicNetworkAccess string = 'Enabled'

@description('Ranges in CIDR notation that may reach the app from public networks. Empty: every address may, with a key.')
param allowedIpRanges string[] = []

@description('''
Whether the storage account and the vault can be reached from public networks, by Entra tokens only.
Disabled needs virtualNetworkSubnetId and private endpoints for blob, queue, table and vault.
''')
@allowed(['Enabled', 'Disabled'])
param dataPublicNetworkAccess string = 'Enabled'

@description('Subnet for outbound traffic of the app, delegated to Microsoft.App/environments. Empty: no network integration.')
param virtualNetworkSubnetId string = ''

@description('Redundancy of the storage account, which holds the history of audits.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string = 'Standard_LRS'

@description('Days that Log Analytics keeps logs.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

module hostingGroup 'modules/resourceGroup.bicep' = {
  scope: subscription(subscriptionId)
  params: {
    name: resourceGroupName
    location: location
    tags: tags
  }
}

module workload 'modules/workload.bicep' = {
  scope: resourceGroup(subscriptionId, resourceGroupName)
  dependsOn: [hostingGroup]
  params: {
    location: location
    baseName: baseName
    tags: tags
    scopes: scopes
    schedule: schedule
    policy: policy
    teamsWebhookUrl: teamsWebhookUrl
    webhookStored: webhookStored
    nodeVersion: nodeVersion
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    appPublicNetworkAccess: appPublicNetworkAccess
    allowedIpRanges: allowedIpRanges
    dataPublicNetworkAccess: dataPublicNetworkAccess
    virtualNetworkSubnetId: virtualNetworkSubnetId
    storageSku: storageSku
    logRetentionDays: logRetentionDays
  }
}

module auditor 'modules/auditor.bicep' = {
  params: {
    // Named by object id, so what-if cannot foresee it: an identity that is deleted and made again leaves its old assignments
    // behind at the management group, and Azure refuses to give them to the new one.
    #disable-next-line what-if-short-circuiting
    principalId: workload.outputs.identityPrincipalId
    useCustomRole: useCustomAuditorRole
  }
}

@description('Name of the function app, for publishing the package.')
output functionAppName string = workload.outputs.functionAppName

@description('Host name of the HTTP interface.')
output functionAppHostname string = workload.outputs.functionAppHostname

@description('Object id of the identity, for Microsoft Graph permissions.')
output identityPrincipalId string = workload.outputs.identityPrincipalId

@description('Name of the vault that holds the webhook URL.')
output keyVaultName string = workload.outputs.keyVaultName
