import type { Base } from './base';

/**
 * data/versions of a workspace or registry: a registered version of training or evaluation data, newest first, bounded. `path` is what
 * it points at, without query: `azureml://datastores/…`, `https://…`, `wasbs://…`, `abfss://…`.
 */
export interface DataAsset extends Base<'dataAsset'> {
  readonly assetName: string;
  readonly version: string;
  /** uri_file, uri_folder or mltable; '' when absent. */
  readonly dataType: string;
  readonly path: string;
  /** Paths that an mltable names beside its own. */
  readonly referencedPaths: readonly string[];
  readonly isArchived: boolean;
}

/** storageAccounts/managementPolicies/default: one rule that deletes blobs by age. Rules that are off or only move tiers are left out. */
export interface LifecyclePolicy extends Base<'lifecyclePolicy'> {
  readonly deletions: readonly {
    readonly rule: string;
    /** `container` or `container/prefix`; empty = every blob of the account. */
    readonly prefixes: readonly string[];
    readonly deletes: readonly ('baseBlob' | 'snapshot' | 'version')[];
  }[];
}

/** storageAccounts/localUsers: an account of SFTP alone, outside of Entra ID. `permissions` are letters: r, w, c, d, l, m, x, o, p. */
export interface StorageLocalUser extends Base<'storageLocalUser'> {
  readonly scopes: readonly {
    readonly service: string;
    readonly container: string;
    readonly permissions: string;
  }[];
  readonly hasPassword: boolean;
}

export interface TrainingDataKinds {
  readonly dataAsset: DataAsset;
  readonly lifecyclePolicy: LifecyclePolicy;
  readonly storageLocalUser: StorageLocalUser;
}
