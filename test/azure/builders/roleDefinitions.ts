import type { ArmBody } from '../tenant';

interface Permission {
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  readonly dataActions?: readonly string[];
  readonly notDataActions?: readonly string[];
}

/** GUIDs of built-in roles; the same in every tenant. */
export const roleGuids = {
  owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  userAccessAdministrator: '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
  securityReader: '39bc4728-0917-49c7-9d2c-d95423bc2eb4',
  cognitiveServicesUser: 'a97b65f3-24c7-4388-baec-2e87135dc908',
  cognitiveServicesContributor: '25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68',
  openAiUser: '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd',
  openAiContributor: 'a001fd3d-188f-4b5d-821b-7da978bf7442',
  foundryUser: '53ca6127-db72-4b80-b1b0-d745d6d5456d',
  dataScientist: 'f6c7c914-8db3-469d-8ca1-694a8f32e121',
  blobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
  blobDataReader: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
  vaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6',
  searchIndexDataReader: '1407120a-92aa-4202-b7e9-c0e197c71c8f',
  searchServiceContributor: '7ca78c08-252a-4471-8644-bb5ff32d4ba0',
} as const;

export type BuiltInRole = keyof typeof roleGuids;

const basics = [
  'Microsoft.Authorization/*/read',
  'Microsoft.Insights/alertRules/*',
  'Microsoft.Resources/deployments/*',
  'Microsoft.Resources/subscriptions/resourceGroups/read',
];
const openAi = 'Microsoft.CognitiveServices/accounts/OpenAI';
const blobs = 'Microsoft.Storage/storageAccounts/blobServices';

const builtIns: Readonly<Record<BuiltInRole, readonly [string, Permission]>> = {
  owner: ['Owner', { actions: ['*'] }],
  contributor: [
    'Contributor',
    {
      actions: ['*'],
      notActions: [
        'Microsoft.Authorization/*/Delete',
        'Microsoft.Authorization/*/Write',
        'Microsoft.Authorization/elevateAccess/Action',
        'Microsoft.Blueprint/blueprintAssignments/write',
        'Microsoft.Blueprint/blueprintAssignments/delete',
        'Microsoft.Compute/galleries/share/action',
        'Microsoft.Purview/consents/write',
        'Microsoft.Purview/consents/delete',
        'Microsoft.Resources/deploymentStacks/manageDenySetting/action',
      ],
    },
  ],
  reader: ['Reader', { actions: ['*/read'] }],
  userAccessAdministrator: [
    'User Access Administrator',
    { actions: ['*/read', 'Microsoft.Authorization/*', 'Microsoft.Support/*'] },
  ],
  securityReader: [
    'Security Reader',
    {
      actions: [
        'Microsoft.Authorization/*/read',
        'Microsoft.Insights/alertRules/read',
        'Microsoft.operationalInsights/workspaces/*/read',
        'Microsoft.Resources/deployments/*/read',
        'Microsoft.Resources/subscriptions/resourceGroups/read',
        'Microsoft.Security/*/read',
        'Microsoft.Support/*/read',
        'Microsoft.Management/managementGroups/read',
      ],
    },
  ],
  cognitiveServicesUser: [
    'Cognitive Services User',
    {
      actions: [
        'Microsoft.CognitiveServices/*/read',
        'Microsoft.CognitiveServices/accounts/listkeys/action',
        'Microsoft.Insights/diagnosticSettings/read',
        'Microsoft.Insights/metrics/read',
        'Microsoft.Resources/subscriptions/resourceGroups/read',
        'Microsoft.Support/*',
      ],
      dataActions: ['Microsoft.CognitiveServices/*'],
    },
  ],
  cognitiveServicesContributor: [
    'Cognitive Services Contributor',
    {
      actions: [
        ...basics,
        'Microsoft.CognitiveServices/*',
        'Microsoft.Features/features/read',
        'Microsoft.Insights/diagnosticSettings/*',
        'Microsoft.Insights/metrics/read',
        'Microsoft.ResourceHealth/availabilityStatuses/read',
        'Microsoft.Support/*',
      ],
    },
  ],
  openAiUser: [
    'Cognitive Services OpenAI User',
    {
      actions: [
        'Microsoft.CognitiveServices/*/read',
        'Microsoft.Authorization/roleAssignments/read',
        'Microsoft.Authorization/roleDefinitions/read',
      ],
      dataActions: [
        `${openAi}/*/read`,
        `${openAi}/engines/completions/action`,
        `${openAi}/deployments/chat/completions/action`,
        `${openAi}/deployments/embeddings/action`,
        `${openAi}/deployments/completions/action`,
        `${openAi}/responses/*`,
      ],
    },
  ],
  openAiContributor: [
    'Cognitive Services OpenAI Contributor',
    {
      actions: [
        'Microsoft.CognitiveServices/*/read',
        'Microsoft.CognitiveServices/accounts/deployments/write',
        'Microsoft.CognitiveServices/accounts/deployments/delete',
        'Microsoft.CognitiveServices/accounts/raiPolicies/read',
        'Microsoft.CognitiveServices/accounts/raiPolicies/write',
        'Microsoft.CognitiveServices/accounts/raiPolicies/delete',
        'Microsoft.Authorization/roleAssignments/read',
        'Microsoft.Authorization/roleDefinitions/read',
      ],
      dataActions: [`${openAi}/*`],
    },
  ],
  foundryUser: [
    'Foundry User',
    {
      actions: [
        'Microsoft.CognitiveServices/*/read',
        'Microsoft.CognitiveServices/accounts/listkeys/action',
        'Microsoft.Insights/alertRules/read',
        'Microsoft.Insights/diagnosticSettings/read',
        'Microsoft.Insights/metrics/read',
        'Microsoft.Resources/subscriptions/resourceGroups/read',
        'Microsoft.Support/*',
      ],
      dataActions: ['Microsoft.CognitiveServices/*'],
    },
  ],
  dataScientist: [
    'AzureML Data Scientist',
    {
      actions: ['read', 'action', 'delete', 'write'].map(
        (verb) => `Microsoft.MachineLearningServices/workspaces/*/${verb}`,
      ),
      notActions: [
        ...[
          'delete',
          'write',
          'computes/*/write',
          'computes/*/delete',
          'computes/listKeys/action',
          'listKeys/action',
          'hubs/write',
          'hubs/delete',
          'featurestores/write',
          'featurestores/delete',
        ].map((tail) => `Microsoft.MachineLearningServices/workspaces/${tail}`),
      ],
    },
  ],
  blobDataContributor: [
    'Storage Blob Data Contributor',
    {
      actions: [
        `${blobs}/containers/delete`,
        `${blobs}/containers/read`,
        `${blobs}/containers/write`,
        `${blobs}/generateUserDelegationKey/action`,
      ],
      dataActions: ['delete', 'read', 'write', 'move/action', 'add/action'].map(
        (verb) => `${blobs}/containers/blobs/${verb}`,
      ),
    },
  ],
  blobDataReader: [
    'Storage Blob Data Reader',
    {
      actions: [`${blobs}/containers/read`, `${blobs}/generateUserDelegationKey/action`],
      dataActions: [`${blobs}/containers/blobs/read`],
    },
  ],
  vaultSecretsUser: [
    'Key Vault Secrets User',
    {
      dataActions: [
        'Microsoft.KeyVault/vaults/secrets/getSecret/action',
        'Microsoft.KeyVault/vaults/secrets/readMetadata/action',
      ],
    },
  ],
  searchIndexDataReader: [
    'Search Index Data Reader',
    { dataActions: ['Microsoft.Search/searchServices/indexes/documents/read'] },
  ],
  searchServiceContributor: [
    'Search Service Contributor',
    {
      actions: [
        ...basics,
        'Microsoft.ResourceHealth/availabilityStatuses/read',
        'Microsoft.Search/searchServices/*',
        'Microsoft.Support/*',
      ],
    },
  ],
};

const block = ({ actions = [], notActions = [], dataActions = [], notDataActions = [] }: Permission): Permission => ({
  actions,
  notActions,
  dataActions,
  notDataActions,
});

/** A role definition at tenant level: built in, or custom with its own assignable scopes. */
export function roleDefinition(
  guid: string,
  roleName: string,
  permission: Permission,
  scopes?: readonly string[],
): ArmBody {
  return {
    id: `${scopes?.[0] ?? ''}/providers/Microsoft.Authorization/roleDefinitions/${guid}`,
    type: 'Microsoft.Authorization/roleDefinitions',
    name: guid,
    properties: {
      roleName,
      type: scopes ? 'CustomRole' : 'BuiltInRole',
      description: `${roleName} as every tenant has it`,
      assignableScopes: scopes ?? ['/'],
      permissions: [block(permission)],
      createdOn: '2026-01-02T00:00:00.0000000Z',
      updatedOn: '2026-10-05T00:00:00.0000000Z',
      createdBy: null,
      updatedBy: null,
    },
  };
}

/** The built-in roles that estates assign. Action lists as Microsoft publishes them, shortened where nothing reads the rest. */
export function builtInRoles(): ArmBody[] {
  return (Object.keys(builtIns) as BuiltInRole[]).map((role) => roleDefinition(roleGuids[role], ...builtIns[role]));
}
