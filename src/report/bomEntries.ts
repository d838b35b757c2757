import type { Agent } from '../model/agents';
import type { AiAccount, Deployment } from '../model/ai';
import type { MlEndpoint, PythonPackage } from '../model/ml';
import type { Kind, KindMap, Resource } from '../model/resource';
import type { DataAsset } from '../model/trainingData';
import { modelKey, type BomContext, type BomEntry } from './bomModels';
import { plain } from './exportParts';

const address = (url: string): string => encodeURI(url.toWellFormed()).replace(/%25(?=[0-9a-f]{2})/gi, '%');

/** A place without sign-in, query and anchor; '' for what is no address. */
function placeOnly(path: string): string {
  if (!URL.canParse(path)) return '';
  const { protocol, host, pathname } = new URL(path);
  return address(`${protocol}//${host}${pathname}`);
}

const childOf = (parent: string, folder: string, name: string): string => `${parent}/${folder}/${name}`.toLowerCase();

const accountOf = ({ parentId = '' }: { readonly parentId?: string }, { byId }: BomContext): AiAccount | undefined => {
  const found = byId.get(parentId);
  return found?.kind === 'aiAccount' ? found : undefined;
};

function ofDeployment(one: Deployment, context: BomContext): BomEntry {
  const account = accountOf(one, context);
  const guardrail = one.raiPolicyName ? [childOf(one.parentId ?? '', 'raipolicies', one.raiPolicyName)] : [];
  return {
    ...{ id: one.id, as: 'service', name: one.name, group: account?.name ?? '', provider: 'Microsoft Azure' },
    properties: { sku: one.sku, versionUpgradeOption: one.versionUpgradeOption, location: one.location },
    uses: [modelKey(one), ...guardrail],
    fields: {
      ...(account?.openAiEndpoint
        ? {
            endpoints: [
              address(`${account.openAiEndpoint}openai/deployments/${encodeURIComponent(one.name.toWellFormed())}`),
            ],
          }
        : {}),
      authenticated: true,
      ...(account ? { 'x-trust-boundary': account.network.publicNetworkAccess !== 'Disabled' } : {}),
    },
  };
}

function ofEndpoint(one: MlEndpoint, { childrenOf }: BomContext): BomEntry {
  const below = (childrenOf.get(one.id) ?? []).flatMap((child) =>
    child.kind === 'onlineDeployment' || child.kind === 'batchDeployment' ? [child.model, child.environmentId] : [],
  );
  return {
    ...{ id: one.id, as: 'service', name: one.name, group: one.kind, provider: 'Microsoft Azure' },
    properties: { authMode: one.authMode, state: one.state, location: one.location },
    uses: [one.modelId, ...below].map((id) => id.toLowerCase()),
    fields: { authenticated: true, 'x-trust-boundary': one.publicNetworkAccess !== 'Disabled' },
  };
}

const toData = (
  one: Resource,
  more: Pick<BomEntry, 'version' | 'properties' | 'uses'>,
  data: Readonly<Record<string, unknown>>,
): BomEntry => ({
  ...{ id: one.id, as: 'data', name: one.name, group: one.kind, ...more },
  fields: { data: [{ name: plain(one.name), ...data }] },
});

function ofDataAsset(one: DataAsset): BomEntry {
  const url = placeOnly(one.path);
  const entry = toData(
    one,
    { version: one.version, properties: { dataType: one.dataType } },
    { type: 'dataset', ...(url ? { contents: { url } } : {}) },
  );
  return { ...entry, name: one.assetName };
}

function ofAgent(one: Agent): BomEntry {
  const account = (one.parentId ?? '').replace(/\/projects\/[^/]+$/, '');
  const parts = one.tools.map((tool, at): BomEntry => ({
    ...{ id: `${one.id} tool ${at} ${tool.name}`, as: 'service', name: tool.name, group: tool.type },
    properties: { approval: tool.approval, signIn: tool.signIn },
    fields: tool.host ? { endpoints: [address(`${tool.scheme || 'https'}://${tool.host}`)] } : {},
  }));
  return {
    ...{ id: one.id, as: 'service', name: one.name, group: 'agent', version: one.agentVersion, parts },
    properties: { agentKind: one.agentKind },
    uses: one.model ? [childOf(account, 'deployments', one.model)] : [],
  };
}

/** A version stands there only where the environment pins one. */
function toLibrary(id: string, { name, ecosystem, pinned, version }: PythonPackage): BomEntry {
  const entry: BomEntry = { id, as: 'library', name, group: ecosystem };
  if (pinned !== 'exact' || version === '') return entry;
  const where = ecosystem === 'PyPI' ? 'pypi' : 'conda';
  const [of, at] = [name, version].map((text) => encodeURIComponent(text.toWellFormed()));
  return { ...entry, version, fields: { purl: `pkg:${where}/${of ?? ''}@${at ?? ''}` } };
}

type Makers = { readonly [K in Kind]?: (one: KindMap[K], context: BomContext) => BomEntry };

const makers: Makers = {
  deployment: ofDeployment,
  onlineEndpoint: ofEndpoint,
  batchEndpoint: ofEndpoint,
  serverlessEndpoint: ofEndpoint,
  agent: ofAgent,
  dataAsset: ofDataAsset,
  datastore: (one) =>
    toData(
      one,
      { properties: { credentials: one.credentialsType, container: one.containerName } },
      { type: 'dataset' },
    ),
  trainingFile: (one) => toData(one, { properties: { bytes: `${one.bytes}` } }, { type: 'dataset' }),
  guardrail: (one) => toData(one, { properties: { mode: one.mode, type: one.type } }, { type: 'configuration' }),
  blocklist: (one) => toData(one, {}, { type: 'configuration' }),
  modelVersion: (one) => ({
    ...{ id: one.id, as: 'machine-learning-model', name: one.modelName, version: one.version },
    properties: { modelType: one.modelType, stage: one.stage, loaderModule: one.loaderModule },
    fields: { modelCard: { considerations: {} } },
  }),
  connection: (one) => ({
    ...{ id: one.id, as: 'service', name: one.name, group: one.category },
    properties: { authType: one.authType },
    fields: one.targetHost ? { endpoints: [address(`${one.targetScheme || 'https'}://${one.targetHost}`)] } : {},
  }),
  environmentVersion: (one) => ({
    ...{ id: one.id, as: 'container', name: one.environmentName, version: one.version },
    properties: { image: one.image },
    parts: one.packages.map((item, at) => toLibrary(`${one.id} package ${at} ${item.name}`, item)),
  }),
};

/** What a resource is in a bill of materials; undefined where it is no part of one. */
export const toEntry = (one: Resource, context: BomContext): BomEntry | undefined =>
  (makers[one.kind] as ((one: Resource, context: BomContext) => BomEntry) | undefined)?.(one, context);
