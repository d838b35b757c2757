import type { ArmBody } from '../tenant';
import type { Overrides } from './body';
import { childOf, guid, identityOf, mark, merged, systemData, tenantId } from './body';
import { intend } from './intent';
import { publicAccess } from './machineLearning';

const located = (workspace: ArmBody, child: ArmBody): ArmBody => ({
  ...child,
  location: workspace['location'],
  tags: {},
  identity: { ...identityOf(child.id, tenantId, ','), type: 'SystemAssigned', userAssignedIdentities: undefined },
  systemData: systemData(child.id),
});

const described = {
  description: null,
  properties: { azureasyncoperationuri: 'finished' },
  provisioningState: 'Succeeded',
};

export interface OnlineEndpointOptions {
  readonly auth?: 'AADToken' | 'AMLToken' | 'Key';
  readonly network?: 'disabled' | 'open' | 'absent';
}

/** workspaces/onlineEndpoints; tokens of Entra and a closed network unless told otherwise. */
export function onlineEndpoint(
  workspace: ArmBody,
  name: string,
  options: OnlineEndpointOptions = {},
  over?: Overrides,
): ArmBody {
  const { auth = 'AADToken', network = 'disabled' } = options;
  const body = merged(
    {
      ...located(workspace, childOf(workspace, 'onlineEndpoints', name)),
      kind: 'Managed',
      properties: {
        ...described,
        authMode: auth,
        ...(network === 'absent' ? {} : { publicNetworkAccess: publicAccess(network) }),
        scoringUri: `https://${name}.westeurope.inference.ml.azure.com/score`,
        swaggerUri: `https://${name}.westeurope.inference.ml.azure.com/swagger.json`,
        traffic: { blue: 100 },
        mirrorTraffic: {},
        compute: null,
      },
    },
    over,
  );
  return intend(body, { kind: 'onlineEndpoint', auth, network });
}

const assetId = (workspace: ArmBody, part: string, name: string, version: string): string =>
  `${workspace.id}/${part}/${name}/versions/${version}`;

const codeOf = (workspace: ArmBody): Record<string, unknown> => ({
  codeConfiguration: { codeId: assetId(workspace, 'codes', 'scoring', '1'), scoringScript: 'score.py' },
  environmentId: assetId(workspace, 'environments', 'serving', '1'),
});

/** onlineEndpoints/deployments; egress closed unless told otherwise. */
export function onlineDeployment(workspace: ArmBody, endpoint: ArmBody, name: string, over?: Overrides): ArmBody {
  return merged(
    {
      ...located(workspace, childOf(endpoint, 'deployments', name)),
      kind: 'Managed',
      sku: { name: 'Default', tier: 'Standard', capacity: 2 },
      properties: {
        ...described,
        ...codeOf(workspace),
        endpointComputeType: 'Managed',
        model: assetId(workspace, 'models', 'churn', '3'),
        modelMountPath: null,
        instanceType: 'Standard_DS3_v2',
        egressPublicNetworkAccess: 'Disabled',
        appInsightsEnabled: true,
        environmentVariables: { LOG_LEVEL: 'info' },
        scaleSettings: { scaleType: 'Default' },
        requestSettings: { requestTimeout: 'PT5S', maxConcurrentRequestsPerInstance: 1, maxQueueWait: 'PT0.5S' },
      },
    },
    over,
  );
}

/** workspaces/batchEndpoints. */
export function batchEndpoint(workspace: ArmBody, name: string, over?: Overrides): ArmBody {
  return merged(
    {
      ...located(workspace, childOf(workspace, 'batchEndpoints', name)),
      kind: null,
      properties: {
        ...described,
        authMode: 'AADToken',
        scoringUri: `https://${name}.westeurope.inference.ml.azure.com/jobs`,
        swaggerUri: null,
        defaults: { deploymentName: 'nightly' },
      },
    },
    over,
  );
}

/** batchEndpoints/deployments. */
export function batchDeployment(workspace: ArmBody, endpoint: ArmBody, name: string, over?: Overrides): ArmBody {
  return merged(
    {
      ...located(workspace, childOf(endpoint, 'deployments', name)),
      properties: {
        ...described,
        ...codeOf(workspace),
        compute: `${workspace.id}/computes/cpu-cluster`,
        model: { referenceType: 'Id', assetId: assetId(workspace, 'models', 'churn', '3') },
        environmentVariables: {},
        loggingLevel: 'Info',
        outputAction: 'AppendRow',
        outputFileName: 'predictions.csv',
        errorThreshold: 10,
        maxConcurrencyPerInstance: 1,
        miniBatchSize: 10,
        resources: { instanceCount: 1, instanceType: null, properties: null },
        retrySettings: { maxRetries: 3, timeout: 'PT30S' },
      },
    },
    over,
  );
}

/** workspaces/serverlessEndpoints; Entra tokens and content safety on unless told otherwise. */
export function serverlessEndpoint(
  workspace: ArmBody,
  name: string,
  auth: 'AAD' | 'Key' | 'KeyAndAAD' = 'AAD',
  over?: Overrides,
): ArmBody {
  const body = merged(
    {
      ...located(workspace, childOf(workspace, 'serverlessEndpoints', name)),
      sku: { name: 'Consumption' },
      properties: {
        authMode: auth,
        contentSafety: { contentSafetyStatus: 'Enabled' },
        modelSettings: { modelId: 'azureml://registries/azureml-meta/models/Llama-3.3-70B-Instruct' },
        endpointState: 'Online',
        marketplaceSubscriptionId: null,
        inferenceEndpoint: { uri: `https://${name}.westeurope.models.ai.azure.com`, headers: {} },
        provisioningState: 'Succeeded',
      },
    },
    over,
  );
  return intend(body, { kind: 'serverlessEndpoint', auth });
}

function container(owner: ArmBody, part: 'models' | 'environments', name: string, latest: string): ArmBody {
  const child = childOf(owner, part, name);
  const properties = {
    description: null,
    tags: {},
    properties: {},
    isArchived: false,
    latestVersion: latest,
    nextVersion: String(Number(latest) + 1),
    provisioningState: 'Succeeded',
  };
  return { ...child, systemData: systemData(child.id), properties };
}

/** models/{name} of a workspace or registry with its versions, oldest first. */
export function modelVersions(owner: ArmBody, name: string, versions: readonly Overrides[] = [{}]): ArmBody[] {
  const parent = container(owner, 'models', name, String(versions.length));
  const bodies = versions.map((over, at) => {
    const child = childOf(parent, 'versions', String(at + 1));
    const properties = {
      description: null,
      tags: {},
      properties: {},
      isArchived: false,
      isAnonymous: false,
      modelType: 'mlflow_model',
      modelUri: `azureml://subscriptions/${owner.id.split('/')[2] ?? ''}/workspaces/${guid(owner.id)}/datastores/workspaceblobstore/paths/models/${name}`,
      flavors: { python_function: { data: { loader_module: 'mlflow.sklearn' } } },
      jobName: null,
      stage: mark(child.id) % 2 === 0 ? 'Production' : null,
      provisioningState: 'Succeeded',
    };
    return merged({ ...child, systemData: systemData(child.id), properties }, over);
  });
  return [parent, ...bodies];
}

/** environments/{name} of a workspace or registry with its versions. */
export function environmentVersions(owner: ArmBody, name: string, versions: readonly Overrides[] = [{}]): ArmBody[] {
  const parent = container(owner, 'environments', name, String(versions.length));
  const bodies = versions.map((over, at) => {
    const child = childOf(parent, 'versions', String(at + 1));
    const properties = {
      description: null,
      tags: {},
      properties: {},
      isArchived: false,
      isAnonymous: false,
      environmentType: 'UserCreated',
      image: 'mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20241029.v1',
      condaFile: 'channels:\n  - conda-forge\ndependencies:\n  - python=3.11\n  - pip:\n      - mlflow==2.17.0\n',
      osType: 'Linux',
      autoRebuild: 'Disabled',
      inferenceConfig: null,
      stage: null,
      provisioningState: 'Succeeded',
    };
    return merged({ ...child, systemData: systemData(child.id), properties }, over);
  });
  return [parent, ...bodies];
}
