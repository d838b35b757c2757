metadata description = 'The resource group that hosts the auditor.'

targetScope = 'subscription'

@description('Name of the resource group.')
param name string

@description('Azure region of the resource group.')
param location string

@description('Tags of the resource group.')
param tags { *: string }

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: name
  location: location
  tags: tags
}
