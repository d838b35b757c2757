import type { Kind } from '../../src/model/resource';

/** A folder of `src/rules/`: what a reader calls it, and the kind that its rules judge unless their author says otherwise. */
export interface Service {
  readonly title: string;
  readonly subject?: Kind;
  /** Beginnings of rule ids that live here, where they differ from the folder's name. */
  readonly prefixes?: readonly string[];
}

/** Every folder of rules, in the order of the README. */
export const services: Readonly<Record<string, Service>> = {
  aiservices: {
    title: 'AI accounts',
    subject: 'aiAccount',
    prefixes: ['ai', 'aiservices', 'contentsafety', 'defender', 'nsp', 'identity'],
  },
  foundry: { title: 'Foundry projects and connections', subject: 'project' },
  deployment: { title: 'Model deployments', subject: 'deployment', prefixes: ['deployment', 'finetune'] },
  raipolicy: { title: 'Guardrails', subject: 'guardrail' },
  rbac: { title: 'Who may do what', subject: 'aiAccount' },
  mlw: { title: 'ML workspaces', subject: 'mlWorkspace', prefixes: ['mlw', 'hub'] },
  mlcompute: { title: 'ML computes', subject: 'compute' },
  mldataasset: { title: 'ML data assets', subject: 'dataAsset' },
  dataset: { title: 'Data that models learn from', subject: 'datasetFingerprint' },
  trainingfile: { title: 'Training files', subject: 'trainingFile' },
  mldatastore: { title: 'ML datastores', subject: 'datastore' },
  mlendpoint: { title: 'ML endpoints', subject: 'onlineEndpoint' },
  mldeployment: { title: 'ML deployments', subject: 'onlineDeployment' },
  mlmodel: { title: 'ML models', subject: 'modelVersion' },
  mlenvironment: { title: 'ML environments', subject: 'environmentVersion' },
  mlregistry: { title: 'ML registries', subject: 'mlRegistry' },
  search: { title: 'AI Search', subject: 'searchService', prefixes: ['search', 'rag'] },
  bot: { title: 'Bots', subject: 'botService' },
  storage: { title: 'Storage', subject: 'storageAccount' },
  kv: { title: 'Key vaults', subject: 'keyVault' },
  acr: { title: 'Container registries', subject: 'containerRegistry' },
  cosmos: { title: 'Cosmos DB', subject: 'cosmosAccount' },
  appinsights: { title: 'Application Insights', subject: 'appInsights' },
  apim: { title: 'AI gateways' },
  databricks: { title: 'Databricks' },
  secrets: {
    title: 'Secrets that readers see',
    subject: 'containerApp',
    prefixes: [
      ...['containerapp', 'containergroup', 'webapp', 'logicapp', 'vmextension', 'vmscaleset', 'armdeployment'],
      'connection',
    ],
  },
  functionapp: { title: 'Apps that call AI' },
  vnet: { title: 'Virtual networks' },
  shadow: { title: 'AI outside Azure AI services', subject: 'containerApp' },
  subscription: { title: 'Subscriptions and their plans', subject: 'subscription' },
};

const prefixesOf = (folder: string, { prefixes }: Service): readonly string[] => prefixes ?? [folder];

/** Where a rule of this id belongs by its first word; undefined for a word that no folder knows. */
export function folderOf(id: string): string | undefined {
  const word = id.split('-')[0] ?? '';
  return Object.entries(services).find(([folder, service]) => prefixesOf(folder, service).includes(word))?.[0];
}

/** The first words that rule ids may have. */
export const knownPrefixes = Object.entries(services)
  .flatMap(([folder, service]) => prefixesOf(folder, service))
  .sort();
