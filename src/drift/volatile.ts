import type { Kind } from '../model/resource';

/**
 * Properties that move without anybody changing the posture: never a configuration change. Data, not code: `*` holds for every kind.
 */
export const volatileProperties: Readonly<Partial<Record<Kind | '*', readonly string[]>>> = {
  '*': ['changedBy', 'changedAt', 'provisioningState', 'carriedFrom'],
  deployment: ['capacity', 'capabilities'],
  compute: ['lastOperationAt', 'minNodeCount', 'maxNodeCount', 'isLatestOsImageVersion', 'state'],
  onlineEndpoint: ['state'],
  batchEndpoint: ['state'],
  serverlessEndpoint: ['state'],
  aiAccount: ['capabilities'],
  storageAccount: ['key1CreatedAt', 'key2CreatedAt'],
};

/** Kinds whose coming, going and changing is told by itself. Others speak only through the findings they move. */
export const watchedKinds: ReadonlySet<Kind> = new Set<Kind>([
  'aiAccount',
  'deployment',
  'guardrail',
  'blocklist',
  'project',
  'connection',
  'capabilityHost',
  'defenderForAiSetting',
  'mlWorkspace',
  'compute',
  'datastore',
  'onlineEndpoint',
  'batchEndpoint',
  'serverlessEndpoint',
  'onlineDeployment',
  'batchDeployment',
  'modelVersion',
  'environmentVersion',
  'mlRegistry',
  'searchService',
  'botService',
  'databricksWorkspace',
  'apimService',
  'apimApi',
  'apimPolicy',
  'apimPolicyFragment',
  'apimBackend',
  'apimNamedValue',
  'apimSubscription',
  'storageAccount',
  'blobService',
  'blobContainer',
  'keyVault',
  'containerRegistry',
  'cosmosAccount',
  'appInsights',
  'diagnosticSetting',
  'defenderPlan',
  'perimeterAssociation',
]);
