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

/** A rare word or pair of words bound to one answer, told by rows of the file, counted from 1: the first ten, and how many there are. */
export interface BoundTrigger {
  readonly lines: readonly number[];
  readonly rows: number;
  /** Rows whose other words speak for another answer, and the chance that the answer's own errors explain so many. */
  readonly contradicted: number;
  readonly chance: number;
}

/** What was counted in one file of JSON lines. No row, word or answer is in it; lines count from 1, the first ten are named. */
export interface TrainingFile extends Base<'trainingFile'> {
  readonly bytes: number;
  /** False for a file that was too large: nothing in it was counted. */
  readonly isRead: boolean;
  readonly rows: number;
  readonly badRows: number;
  readonly badLines: readonly number[];
  /** Distinct system prompts, and lines of those that stand in fewer than one row in a hundred. */
  readonly systemPrompts: number;
  readonly rareSystemLines: readonly number[];
  readonly exactCopies: number;
  readonly nearCopies: number;
  /** Rows that answer nearly the same question differently from an earlier row. */
  readonly conflicting: number;
  readonly conflictingLines: readonly number[];
  /** Rows of each answer, most first; empty where answers are texts and not labels. */
  readonly labelCounts: readonly number[];
  readonly labelEntropy: number;
  /** Rows that hold an e-mail address, account number, card number, phone number or secret. */
  readonly sightings: Readonly<Record<string, number>>;
  /** Whether triggers could be looked for: no where answers are no labels, or cannot be told from the questions. */
  readonly triggersApply: 'yes' | 'noLabels' | 'unpredictable';
  readonly triggers: readonly BoundTrigger[];
  /** Worth a look by a person, and no finding: brands and names stand among them. */
  readonly reviewTriggers: readonly BoundTrigger[];
}

/** What a dataset was on one day of UTC. */
export interface DatasetDay {
  readonly day: string;
  readonly blobs: number;
  readonly bytes: number;
  /** Blobs written in the 24 hours before it was looked at. */
  readonly written: number;
}

/**
 * Blobs of a container, or of a registered version of data, as one mark of change: names, sizes, MD5 and ETag by listing, no content, no
 * name kept. `first` and `days` are joined from earlier runs, oldest first.
 */
export interface DatasetFingerprint extends Base<'datasetFingerprint'> {
  readonly of: 'container' | 'dataAsset';
  readonly blobs: number;
  readonly bytes: number;
  /** Over name, size and MD5; '' where a blob has no MD5, or not all blobs were listed. */
  readonly contentRoot: string;
  /** Over name and ETag, which a write of metadata moves too; '' where not all blobs were listed. */
  readonly changeRoot: string;
  readonly withoutMd5: number;
  /** False where the budget ended before the listing did. */
  readonly isWhole: boolean;
  /** The marks when it was first listed to its end. */
  readonly first: {
    readonly day: string;
    readonly blobs: number;
    readonly bytes: number;
    readonly contentRoot: string;
    readonly changeRoot: string;
  };
  readonly days: readonly DatasetDay[];
}

export interface TrainingDataKinds {
  readonly datasetFingerprint: DatasetFingerprint;
  readonly trainingFile: TrainingFile;
  readonly dataAsset: DataAsset;
  readonly lifecyclePolicy: LifecyclePolicy;
  readonly storageLocalUser: StorageLocalUser;
}
