import type { CapabilityHost, Connection } from './ai';
import { claimsOfHosts } from './edges';
import type { Datastore } from './ml';
import type { Resource } from './resource';
import type { DataAsset } from './trainingData';

/** What a store is to a model: learnt from, answered from, kept files of code, models and runs, or what was said to it. */
export type DataRole = 'training' | 'grounding' | 'artefacts' | 'prompts';

/** That an AI resource learns from, is grounded on or writes to a store. */
export interface DataUse {
  /** The AI resource: a workspace, account, project or search service. */
  readonly by: string;
  /** Id of the store; '' where nobody of the inventory answers at the place named. */
  readonly store: string;
  /** Container, file system or share; '' = the store as a whole. */
  readonly container: string;
  readonly role: DataRole;
  /** The resource that says so. */
  readonly through: string;
}

/** Where the path of a data asset leads: a datastore of its workspace by name, or a host and a container. */
export interface DataPlace {
  readonly datastore: string;
  readonly host: string;
  readonly container: string;
  readonly path: string;
}

const nowhere: DataPlace = { datastore: '', host: '', container: '', path: '' };
const ofDatastore = /^azureml:\/\/(?:.*\/)?datastores\/([^/]+)\/paths\/(.*)$/i;
const ofHost = /^https?:\/\/([^/:]+)(?::\d+)?\/([^/]*)\/?(.*)$/i;

/** Reads the path of a data asset; all is '' for a form that is none of Azure's. */
export function placeOf(path: string): DataPlace {
  const [, datastore, below = ''] = ofDatastore.exec(path) ?? [];
  if (datastore !== undefined) return { ...nowhere, datastore, path: below };
  const [, host, container = '', rest = ''] = ofHost.exec(path) ?? [];
  return host === undefined ? nowhere : { ...nowhere, host: host.toLowerCase(), container, path: rest };
}

/** Uploads of the clients go below a digest of their content, outputs of jobs below the id of the job, those of the studio below an instant. */
const ownPath = /(^|\/)([0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d{2}-\d{2}_\d{6}_UTC)(\/|$)/i;

/** True for a path that belongs to one version alone and is not written a second time by design. */
export const isOwnPath = (path: string): boolean => ownPath.test(placeOf(path).path);

const isArtefactStore = ({ name }: Datastore): boolean => /^workspace(artifactstore|workingdirectory)$/i.test(name);

const dataCategories = /^(azureblob|azurestorageaccount|adlsgen2|azureonelake|cognitivesearch|cosmosdb.*)$/i;

/** Resources by what a use has to look up: host, name below a parent. */
interface Lookup {
  readonly hosts: ReadonlyMap<string, string>;
  readonly ids: ReadonlySet<string>;
  readonly datastores: ReadonlyMap<string, Datastore>;
  /** Connections that a capability host keeps conversations in. */
  readonly threads: ReadonlySet<string>;
}

const under = (parent: string | undefined, name: string): string => `${parent ?? ''}//${name.toLowerCase()}`;

/** A capability host of an account or project names connections beside it, or one level up. */
const threadsOf = ({ threadStorageConnections, parentId = '' }: CapabilityHost): readonly string[] =>
  threadStorageConnections.flatMap((name) => [
    under(parentId, name),
    under(parentId.replace(/\/projects\/[^/]+$/, ''), name),
  ]);

const lookupOf = (resources: readonly Resource[]): Lookup => ({
  hosts: claimsOfHosts(resources),
  ids: new Set(resources.map(({ id }) => id)),
  datastores: new Map(
    resources.flatMap((one) => (one.kind === 'datastore' ? [[under(one.parentId, one.name), one] as const] : [])),
  ),
  threads: new Set(resources.flatMap((one) => (one.kind === 'capabilityHost' ? threadsOf(one) : []))),
});

const storeAt = (host: string, { hosts }: Lookup): string => hosts.get(host.toLowerCase()) ?? '';

const blobHost = ({ accountName, endpointSuffix }: Datastore): string =>
  accountName ? `${accountName}.blob.${endpointSuffix}` : '';

function ofConnection(one: Connection, lookup: Lookup): DataUse[] {
  if (!dataCategories.test(one.category)) return [];
  const known = lookup.ids.has(one.targetResourceId) ? one.targetResourceId : '';
  const role = lookup.threads.has(under(one.parentId, one.name)) ? 'prompts' : 'grounding';
  const store = known || storeAt(one.targetHost, lookup);
  return [{ by: one.parentId ?? '', store, container: '', role, through: one.id }];
}

function ofPath(path: string, asset: DataAsset, lookup: Lookup): DataUse {
  const { datastore: name, host, container } = placeOf(path);
  const datastore = lookup.datastores.get(under(asset.parentId, name));
  const found = datastore
    ? { store: storeAt(blobHost(datastore), lookup), container: datastore.containerName }
    : { store: storeAt(host, lookup), container };
  return { by: asset.parentId ?? '', ...found, role: 'training', through: asset.id };
}

const whole = (one: Resource, role: DataRole, stores: readonly string[]): DataUse[] =>
  stores.filter(Boolean).map((store) => ({ by: one.id, store, container: '', role, through: one.id }));

function ofDatastoreItself(one: Datastore, lookup: Lookup): DataUse[] {
  const role = isArtefactStore(one) ? 'artefacts' : 'training';
  const store = storeAt(blobHost(one), lookup);
  return [{ by: one.parentId ?? '', store, container: one.containerName, role, through: one.id }];
}

/** What stands at the top of a service names whole stores. */
function ofTop(one: Resource, { ids }: Lookup): DataUse[] {
  switch (one.kind) {
    case 'aiAccount':
      return whole(one, 'training', one.userOwnedStorage);
    case 'mlWorkspace':
      return whole(one, 'artefacts', [one.storageAccountId]);
    case 'searchService': {
      const linked = one.sharedPrivateLinks.map(({ resourceId }) => resourceId);
      return whole(
        one,
        'grounding',
        linked.filter((id) => ids.has(id)),
      );
    }
    default:
      return [];
  }
}

function usesOfOne(one: Resource, lookup: Lookup): DataUse[] {
  switch (one.kind) {
    case 'datastore':
      return ofDatastoreItself(one, lookup);
    case 'dataAsset':
      return one.isArchived ? [] : [one.path, ...one.referencedPaths].map((path) => ofPath(path, one, lookup));
    case 'connection':
      return ofConnection(one, lookup);
    default:
      return ofTop(one, lookup);
  }
}

/** Every use of a store that the resources tell of, in their order. */
export function dataUsesIn(resources: readonly Resource[]): readonly DataUse[] {
  const lookup = lookupOf(resources);
  return resources.flatMap((one) => usesOfOne(one, lookup));
}
