import { placeOf } from '../../model/dataUse';
import type { DataAsset } from '../../model/trainingData';
import { versionOf } from '../apiVersions';
import { text, textOr } from '../body';
import type { AzureReader, Body } from '../collector';

/** Where blobs lie: the URL of a container, and the beginning of their names. */
export interface BlobPlace {
  readonly container: string;
  readonly prefix: string;
}

/** The blob endpoint that an account states of itself; accounts in DNS zones have another than their name tells. */
async function endpointOf(azure: AzureReader, store: Body): Promise<string> {
  const name = text(store, 'accountName');
  const [subscription, group] = [text(store, 'subscriptionId'), text(store, 'resourceGroup')];
  const plain = `https://${name}.blob.${textOr('core.windows.net', store, 'endpoint')}/`;
  if (!subscription || !group) return plain;
  const id = `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Storage/storageAccounts/${name}`;
  const account = await azure.read(id, versionOf('microsoft.storage/storageaccounts'));
  return textOr(plain, account, 'properties', 'primaryEndpoints', 'blob');
}

async function inDatastore(
  azure: AzureReader,
  asset: DataAsset,
  name: string,
  prefix: string,
): Promise<BlobPlace | undefined> {
  const path = `${asset.parentId ?? ''}/datastores/${name}`;
  const version = versionOf('microsoft.machinelearningservices/workspaces/datastores');
  const { properties } = (await azure.read(path, version)) as { properties?: Body };
  const container = text(properties, 'containerName') || text(properties, 'filesystem');
  if (!properties || !container) return undefined;
  return { container: `${await endpointOf(azure, properties)}${container}`, prefix };
}

/** Where a data asset of a workspace lies; undefined where that is no place of blobs: a share, a registry, another site. */
export async function blobPlaceOf(azure: AzureReader, asset: DataAsset): Promise<BlobPlace | undefined> {
  const { datastore, host, container, path } = placeOf(asset.path);
  if (datastore) return inDatastore(azure, asset, datastore, path);
  const [account = '', kind, ...suffix] = host.split('.');
  if ((kind !== 'blob' && kind !== 'dfs') || !container) return undefined;
  return { container: `https://${[account, 'blob', ...suffix].join('.')}/${container}`, prefix: path };
}
