import type { ModelCatalogueEntry } from '../../model/ai';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { instant, isTrue, part, parts, text, whole } from '../body';
import { childCollector } from '../collector';
import type { AzureReader, Body } from '../collector';

/** Catalogues by location, kept as long as the reader of one run: a location is asked once for all its deployments. */
const catalogues = new WeakMap<AzureReader, Map<string, Promise<readonly Body[]>>>();

/** Capabilities and capacities of some hundred models are let go at once. */
function slim(row: Body): Body {
  const { format, name, version, lifecycleStatus, isDefaultVersion, deprecation, replacementConfig, skus } = part(
    row,
    'model',
  );
  const model = { format, name, version, lifecycleStatus, isDefaultVersion, deprecation, replacementConfig, skus };
  return { model };
}

async function readCatalogue(azure: AzureReader, path: string): Promise<readonly Body[]> {
  const rows: Body[] = [];
  for await (const row of azure.list(path, versionOf('microsoft.cognitiveservices/locations/models')))
    rows.push(slim(row));
  return rows;
}

function catalogueOf(azure: AzureReader, path: string): Promise<readonly Body[]> {
  const known = catalogues.get(azure) ?? new Map<string, Promise<readonly Body[]>>();
  catalogues.set(azure, known);
  const reading = known.get(path) ?? readCatalogue(azure, path);
  known.set(path, reading);
  return reading;
}

const keyOf = (model: unknown): string =>
  ['format', 'name', 'version'].map((property) => text(model, property).toLowerCase()).join('\n');

async function* read(azure: AzureReader, deployment: Resource): AsyncGenerator<Body> {
  if (deployment.kind !== 'deployment' || deployment.location === '') return;
  const { subscriptionId, location, model, id } = deployment;
  const path = `/subscriptions/${subscriptionId}/providers/Microsoft.CognitiveServices/locations/${location}/models`;
  const rows = await catalogueOf(azure, path);
  // The same model stands there once for each kind of account and each SKU of it, with the same dates.
  const found = rows.find((row) => keyOf(row['model']) === keyOf(model));
  if (found) yield { ...found, id: `${id}/models/${model.name}.${model.version}` };
}

/** What the catalogue says of the model of one deployment; the entry has no id in Azure and gets one below the deployment. */
export function toModelCatalogueEntry(body: Body, deployment?: Resource): ModelCatalogueEntry {
  const model = part(body, 'model');
  const replacement = ['targetModelName', 'targetModelVersion'].map((name) => text(model, 'replacementConfig', name));
  return {
    ...base('modelCatalogueEntry', body, deployment),
    format: text(model, 'format'),
    modelName: text(model, 'name'),
    version: text(model, 'version'),
    lifecycleStatus: text(model, 'lifecycleStatus'),
    isDefaultVersion: isTrue(model, 'isDefaultVersion'),
    retiresAt: instant(model, 'deprecation', 'inference'),
    deprecationStatus: text(model, 'deprecation', 'deprecationStatus'),
    skuRetirements: parts(model, 'skus')
      .map((sku) => ({ sku: text(sku, 'name'), retiresAt: instant(sku, 'deprecationDate') }))
      .filter(({ sku, retiresAt }) => sku !== '' && retiresAt !== ''),
    replacement: replacement.filter(Boolean).join(' '),
    autoUpgradeStartDate: instant(model, 'replacementConfig', 'autoUpgradeStartDate'),
    upgradeLeadDays: whole(model, 'replacementConfig', 'upgradeOnExpiryLeadTimeDays') ?? 0,
  };
}

/**
 * Costs one request for each location of a subscription that has deployments, whatever their number: the list of an account
 * (`accounts/{a}/models`) holds the same records and would cost one an account. Only entries of deployed models enter the model.
 */
export default childCollector({
  kind: 'modelCatalogueEntry',
  parents: ['deployment'],
  permissions: ['Microsoft.CognitiveServices/locations/models/read'],
  read,
  convert: (body, deployment) => ({ resource: toModelCatalogueEntry(body, deployment) }),
});
