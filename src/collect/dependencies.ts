import type { Use } from '../model/edges';
import type { Kind } from '../model/resource';
import type { Gap } from '../model/snapshot';
import { typeOf } from './apiVersions';
import { attempt } from './attempt';
import type { VersionFor } from './children';
import type { AzureReader } from './collector';
import { NotFound, ReadFailed, ReadRefused } from './failures';
import { gap, toGap } from './gaps';

/** Types that AI resources name by id, the kind they are here, and the right to read them. */
const dependencies: Readonly<Record<string, readonly [Kind, string]>> = {
  'microsoft.storage/storageaccounts': ['storageAccount', 'Microsoft.Storage/storageAccounts/read'],
  'microsoft.keyvault/vaults': ['keyVault', 'Microsoft.KeyVault/vaults/read'],
  'microsoft.containerregistry/registries': ['containerRegistry', 'Microsoft.ContainerRegistry/registries/read'],
  'microsoft.documentdb/databaseaccounts': ['cosmosAccount', 'Microsoft.DocumentDB/databaseAccounts/read'],
  'microsoft.insights/components': ['appInsights', 'Microsoft.Insights/components/read'],
  'microsoft.operationalinsights/workspaces': ['logWorkspace', 'Microsoft.OperationalInsights/workspaces/read'],
  'microsoft.network/virtualnetworks': ['virtualNetwork', 'Microsoft.Network/virtualNetworks/read'],
  'microsoft.managedidentity/userassignedidentities': [
    'managedIdentity',
    'Microsoft.ManagedIdentity/userAssignedIdentities/read',
  ],
  'microsoft.search/searchservices': ['searchService', 'Microsoft.Search/searchServices/read'],
  'microsoft.cognitiveservices/accounts': ['aiAccount', 'Microsoft.CognitiveServices/accounts/read'],
  'microsoft.machinelearningservices/workspaces': ['mlWorkspace', 'Microsoft.MachineLearningServices/workspaces/read'],
};

function doubt(error: Error, id: string, [kind, right]: readonly [Kind, string]): Gap[] {
  if (error instanceof NotFound && error.provesAbsence) return [];
  if (error instanceof ReadFailed) return [toGap(error, { kind, scope: id, permission: '' })];
  const permission = (error instanceof ReadRefused && error.permission) || right;
  return [gap({ kind, scope: id, permission }, 'notVisible', error.message)];
}

async function gapOf(azure: AzureReader, versionFor: VersionFor, id: string): Promise<Gap[]> {
  const known = dependencies[typeOf(id)];
  const version = versionFor(id);
  if (!known || version === undefined) return [];
  const tried = await attempt(() => azure.read(id, version));
  if (!tried.ok) return doubt(tried.error, id, known);
  return [gap({ kind: known[0], scope: id, permission: '' }, 'failed', 'answers, but the survey did not find it')];
}

/**
 * Gaps for dependencies that an AI resource names by id and that the survey did not find. One that answers a direct read with 404 does not exist: the
 * reference dangles, and nothing is unread. Types that are no kind of ours are passed over.
 */
export async function unresolved(azure: AzureReader, versionFor: VersionFor, uses: readonly Use[]): Promise<Gap[]> {
  const ids = uses.flatMap(({ targetId }) => targetId ?? []);
  return (await Promise.all(ids.map((id) => gapOf(azure, versionFor, id)))).flat();
}
