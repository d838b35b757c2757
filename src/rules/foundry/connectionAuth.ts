import { notApplicable, type Verdict } from '../../model/rule';
import type { Connection } from '../../model/ai';

const lowered = (words: readonly string[]): ReadonlySet<string> => new Set(words.map((word) => word.toLowerCase()));

/** Auth types behind which stands an identity. Every other one, known or not, keeps a secret in the connection. */
const identities = lowered(['AAD', 'ManagedIdentity', 'OAuth2', 'AgenticIdentityToken_Preview']);

const storage = lowered(['AzureBlob', 'AzureStorageAccount', 'ADLSGen2']);

/** Categories of Azure services that take an Entra token (`ConnectionCategory`, api-version 2026-07-01). */
const takesEntra = lowered([
  ...storage,
  'AIServices',
  'AppConfig',
  'AzureContainerAppEnvironment',
  'AzureDataExplorer',
  'AzureKeyVault',
  'AzureMySqlDb',
  'AzureOneLake',
  'AzureOpenAI',
  'AzurePostgresDb',
  'AzureSqlDb',
  'AzureSqlMi',
  'AzureSynapseAnalytics',
  'AzureTableStorage',
  'CognitiveSearch',
  'CognitiveService',
  'ContainerRegistry',
  'CosmosDb',
  'ManagedOnlineEndpoint',
  'MicrosoftFabric',
]);

/** Further categories whose target is a service of Azure: nothing leaves for a third party. */
const azureOnly = lowered([
  'AppInsights',
  'AzureDatabricksDeltaLake',
  'AzureMariaDb',
  'CosmosDbMongoDbApi',
  'Redis',
  'Serverless',
]);

/** Categories that agents call as tools. */
const tools = lowered([
  'RemoteTool',
  'RemoteA2A',
  'GenericHttp',
  'GenericRest',
  'ODataRest',
  'PowerPlatformEnvironment',
]);

const has = (words: ReadonlySet<string>, { category }: Connection): boolean => words.has(category.toLowerCase());
const isNone = ({ authType }: Connection): boolean => authType.toLowerCase() === 'none';

export const isTool = (connection: Connection): boolean => has(tools, connection);
export const isStorage = (connection: Connection): boolean => has(storage, connection);
export const supportsEntra = (connection: Connection): boolean => has(takesEntra, connection);
export const staysInAzure = (connection: Connection): boolean =>
  has(takesEntra, connection) || has(azureOnly, connection);

/** An identity signs in, or nobody has to: None reads public data, and only storage has that. */
export const keepsNoSecret = (connection: Connection): boolean =>
  identities.has(connection.authType.toLowerCase()) || (isNone(connection) && isStorage(connection));

/** Connections of ML workspaces are judged by the rules on workspaces. */
export const offFoundry = ({ owner }: Connection): Verdict | undefined =>
  owner === 'workspace' ? notApplicable('a connection of an ML workspace') : undefined;
