import type { Kind } from '../../model/resource';

/**
 * What makes a model what it is (`identity`), what guards it (`behaviour`) and what a registered version must never change (`content`),
 * as properties in Azure's words. Everything else of these kinds moves by itself or says nothing about the model.
 */
interface Tuple {
  readonly identity: readonly string[];
  readonly behaviour: readonly string[];
  readonly content: readonly string[];
}

const tuple = (identity: readonly string[], behaviour: readonly string[], content: readonly string[] = []): Tuple => ({
  identity,
  behaviour,
  content,
});

const endpointDeployment = tuple(
  ['model', 'environmentId'],
  ['egressPublicNetworkAccess', 'environmentVariableNames', 'secrets'],
);

const tuples: Readonly<Partial<Record<Kind, Tuple>>> = {
  deployment: tuple(['model'], ['raiPolicyName', 'versionUpgradeOption', 'sku', 'spilloverDeploymentName']),
  onlineDeployment: endpointDeployment,
  batchDeployment: endpointDeployment,
  serverlessEndpoint: tuple(['modelSettings.modelId'], ['authMode', 'contentSafety.contentSafetyStatus']),
  modelVersion: tuple([], ['stage', 'isArchived'], ['modelUri', 'modelType', 'flavors']),
  environmentVersion: tuple([], ['isArchived'], ['image', 'condaDigest', 'condaChannels']),
  guardrail: tuple([], ['type', 'mode', 'basePolicyName', 'contentFilters', 'customBlocklists']),
  connection: tuple([], ['category', 'authType', 'target', 'metadata.ResourceId', 'isSharedToAll']),
};

/** Part of a tuple in which a property stands. */
export type Part = keyof Tuple;

/** The part in which a changed property stands; undefined where its change says nothing about the model. */
export function partOf(kind: Kind, property: string): Part | undefined {
  const of = tuples[kind];
  const holds = (names: readonly string[]): boolean =>
    names.some((name) => property === name || property.startsWith(`${name}.`));
  return of && (['identity', 'behaviour', 'content'] as const).find((part) => holds(of[part]));
}
