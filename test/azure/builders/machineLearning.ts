import type { ArmBody } from '../tenant';
import type { Overrides, Place } from './body';
import {
  childOf,
  guid,
  identityOf,
  mark,
  merged,
  privateEndpointConnection,
  systemData,
  tenantId,
  topId,
} from './body';
import { intend } from './intent';

/** ARM ids of what a workspace is built on. */
export interface WorkspaceDependencies {
  readonly storageAccount?: string;
  readonly keyVault?: string;
  readonly containerRegistry?: string;
  readonly applicationInsights?: string;
}

export interface WorkspaceOptions {
  readonly kind?: 'Default' | 'Hub' | 'Project' | 'FeatureStore';
  readonly network?: 'disabled' | 'open' | 'absent';
  readonly datastores?: 'Identity' | 'UserDelegationSAS' | 'AccessKey' | 'absent';
  readonly isolation?: 'AllowOnlyApprovedOutbound' | 'AllowInternetOutbound' | 'Disabled';
  readonly uses?: WorkspaceDependencies;
  /** Only for kind Project. */
  readonly hubId?: string;
}

const workspaceType = 'Microsoft.MachineLearningServices/workspaces';

/** `publicNetworkAccess` for a choice; `absent` leaves it out, which is read as open. */
export const publicAccess = (network: 'disabled' | 'open' | 'absent'): string | undefined =>
  ({ disabled: 'Disabled', open: 'Enabled', absent: undefined })[network];

function managedNetwork(isolationMode: string): Record<string, unknown> {
  const rule = { type: 'FQDN', destination: 'pypi.org', category: 'UserDefined', status: 'Active' };
  return {
    isolationMode,
    outboundRules: { pypi: rule },
    status: { status: 'Active', sparkReady: false },
    firewallSku: 'Standard',
  };
}

const safeWorkspace = {
  kind: 'Default',
  network: 'disabled',
  datastores: 'Identity',
  isolation: 'AllowOnlyApprovedOutbound',
  uses: {},
} as const satisfies WorkspaceOptions;

function workspaceProperties(id: string, name: string, options: WorkspaceOptions): Record<string, unknown> {
  const { network, datastores, isolation, uses } = { ...safeWorkspace, ...options };
  return {
    friendlyName: name,
    description: mark(id) % 3 === 0 ? null : 'Models of the department',
    hbiWorkspace: true,
    v1LegacyMode: false,
    enableDataIsolation: true,
    imageBuildCompute: null,
    provisioningState: 'Succeeded',
    workspaceId: guid(`${id}:workspace`),
    tenantId,
    discoveryUrl: `https://westeurope.api.azureml.ms/discovery`,
    mlFlowTrackingUri: `azureml://westeurope.api.azureml.ms/mlflow/v1.0${id}`,
    allowPublicAccessWhenBehindVnet: false,
    ...(network === 'absent' ? {} : { publicNetworkAccess: publicAccess(network) }),
    ...(datastores === 'absent' ? {} : { systemDatastoresAuthMode: datastores }),
    managedNetwork: managedNetwork(isolation),
    privateEndpointConnections: network === 'disabled' ? [workspacePrivateEndpoint(id)] : [],
    ...uses,
  };
}

/** ML shows no group ids in a private endpoint connection. */
function workspacePrivateEndpoint(id: string): ArmBody {
  return merged(privateEndpointConnection({ id, type: workspaceType }, 'amlworkspace'), {
    properties: { groupIds: undefined },
  });
}

/** Microsoft.MachineLearningServices/workspaces; safe unless told otherwise. */
export function mlWorkspace(place: Place, name: string, options: WorkspaceOptions = {}, over?: Overrides): ArmBody {
  const { kind, network, datastores, uses, hubId } = { ...safeWorkspace, ...options };
  const id = topId(place, workspaceType, name);
  const body = merged(
    {
      id,
      name,
      type: workspaceType,
      kind,
      location: place.location ?? 'westeurope',
      sku: { name: 'Basic', tier: 'Basic' },
      tags: { owner: 'data-science' },
      identity: identityOf(id, tenantId, ','),
      systemData: systemData(id),
      properties: { ...workspaceProperties(id, name, options), ...(hubId ? { hubResourceId: hubId } : {}) },
    },
    over,
  );
  return intend(body, {
    kind: 'mlWorkspace',
    workspaceKind: kind,
    network,
    datastores,
    uses: Object.values<string>({ ...uses }),
  });
}

export interface DatastoreOptions {
  readonly datastoreType?: 'AzureBlob' | 'AzureDataLakeGen2' | 'AzureFile';
  readonly credentials?: 'None' | 'AccountKey' | 'Sas' | 'ServicePrincipal';
  readonly accountName?: string;
  /** ARM id of the account that `accountName` means; only its host is in the body. */
  readonly uses?: string;
  readonly isDefault?: boolean;
}

const credentialsOf = (credentialsType: string): Record<string, unknown> =>
  credentialsType === 'ServicePrincipal'
    ? {
        credentialsType,
        clientId: guid('datastore app'),
        tenantId,
        authorityUrl: 'https://login.microsoftonline.com',
        resourceUrl: 'https://storage.azure.com/',
      }
    : { credentialsType };

const containerField = {
  AzureBlob: 'containerName',
  AzureDataLakeGen2: 'filesystem',
  AzureFile: 'fileShareName',
} as const;

const safeDatastore = {
  datastoreType: 'AzureBlob',
  credentials: 'None',
  accountName: 'stmissing',
  isDefault: false,
} as const satisfies DatastoreOptions;

/** workspaces/datastores; identity-based unless told otherwise. */
export function datastore(workspace: ArmBody, name: string, options: DatastoreOptions = {}, over?: Overrides): ArmBody {
  const { datastoreType, credentials, accountName, uses, isDefault } = { ...safeDatastore, ...options };
  const child = childOf(workspace, 'datastores', name);
  const body = merged(
    {
      ...child,
      systemData: systemData(child.id),
      properties: {
        description: null,
        tags: null,
        properties: null,
        isDefault,
        datastoreType,
        accountName,
        [containerField[datastoreType]]: 'data',
        endpoint: 'core.windows.net',
        protocol: 'https',
        serviceDataAccessAuthIdentity: credentials === 'None' ? 'WorkspaceSystemAssignedIdentity' : 'None',
        credentials: credentialsOf(credentials),
      },
    },
    over,
  );
  return intend(body, {
    kind: 'datastore',
    auth: credentials === 'None' ? 'identity' : 'key',
    uses: uses ? [uses] : [],
  });
}

/** Microsoft.MachineLearningServices/registries, with its managed storage and registry. */
export function mlRegistry(
  place: Place,
  name: string,
  network: 'disabled' | 'open' = 'disabled',
  over?: Overrides,
): ArmBody {
  const id = topId(place, 'Microsoft.MachineLearningServices/registries', name);
  const location = place.location ?? 'westeurope';
  const storage = {
    storageAccountName: `${name.replaceAll('-', '')}st`,
    storageAccountType: 'Standard_LRS',
    storageAccountHnsEnabled: false,
    allowBlobPublicAccess: false,
  };
  return merged(
    {
      id,
      name,
      type: 'Microsoft.MachineLearningServices/registries',
      location,
      tags: {},
      identity: identityOf(id, tenantId, ','),
      systemData: systemData(id),
      properties: {
        publicNetworkAccess: publicAccess(network),
        discoveryUrl: `https://${location}.api.azureml.ms/registrymanagement/v1.0/registries/${name}/discovery`,
        intellectualPropertyPublisher: null,
        registryPrivateEndpointConnections: [],
        regionDetails: [
          {
            location,
            acrDetails: [
              {
                systemCreatedAcrAccount: { acrAccountName: `${name.replaceAll('-', '')}acr`, acrAccountSku: 'Premium' },
              },
            ],
            storageAccountDetails: [{ systemCreatedStorageAccount: storage }],
          },
        ],
      },
    },
    over,
  );
}
