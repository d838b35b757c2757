metadata description = 'Lets the identity of the auditor read the management group of this deployment and all below it.'

targetScope = 'managementGroup'

@description('Object id of the identity that audits.')
param principalId string

@description('Assign the custom role of auditor-role.json. False: Reader and Security Reader.')
param useCustomRole bool

var auditorRole = loadJsonContent('../auditor-role.json')

// Reader sees every resource but not all of Microsoft.Security; Security Reader sees Microsoft.Security but no AI resource.
var builtInRoleIds = [
  'acdd72a7-3385-48ef-bd42-f606fba81ae7' // Reader
  '39bc4728-0917-49c7-9d2c-d95423bc2eb4' // Security Reader
]

resource customRole 'Microsoft.Authorization/roleDefinitions@2022-04-01' = if (useCustomRole) {
  name: guid(managementGroup().id, auditorRole.roleName)
  properties: {
    // Role names are unique in a tenant: two management groups need two names.
    roleName: '${auditorRole.roleName} (${managementGroup().name})'
    description: auditorRole.description
    type: 'CustomRole'
    permissions: [{ actions: auditorRole.actions, notActions: [], dataActions: [], notDataActions: [] }]
    assignableScopes: [managementGroup().id]
  }
}

resource customAssignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (useCustomRole) {
  name: guid(managementGroup().id, principalId, auditorRole.roleName)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: customRole.id
  }
}

resource builtInAssignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for roleId in (useCustomRole ? [] : builtInRoleIds): {
    name: guid(managementGroup().id, principalId, roleId)
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: tenantResourceId('Microsoft.Authorization/roleDefinitions', roleId)
    }
  }
]
