import type { OptIn } from './optIn';
import type { Retention } from './retention';
import type { Route } from './route';
import type { Severity } from './severity';

/**
 * Where an entry of the policy file holds. `rules`: ids, `*` for all, or a beginning with a trailing `*`. `tag`: `name=value`, on the resource or
 * on one that it hangs below; case is ignored. `scope`: the lower-cased path of a subscription, resource group or resource. Without tag and
 * scope it holds everywhere.
 */
export interface Place {
  readonly rules: readonly string[];
  readonly tag?: string;
  readonly scope?: string;
}

/** `severity` is set, or moved by `step` places: +1 is one worse. */
export interface SeverityOverride extends Place {
  readonly severity?: Severity;
  readonly step?: number;
}

/** Switches rules off, or back on, in one place. */
export interface RuleSwitch extends Place {
  readonly enabled: boolean;
}

/**
 * A state that somebody approved: each property in Azure's words, such as `model.version`, with the value it may have, on the resource of
 * this lower-cased path and all below it.
 */
export interface ApprovedState {
  readonly scope: string;
  readonly state: Readonly<Record<string, string>>;
}

/** A change that somebody approved beforehand: whatever is written there between the two instants, ISO 8601. */
export interface ApprovedChange {
  readonly scope: string;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
}

/** The least that one filter of every guardrail has to do; names as the model normalises them: lower case, no blanks. */
export interface GuardrailMinimum {
  readonly filter: string;
  readonly source: string;
  /** Low is the strictest threshold; `block` asks for a block at any. */
  readonly atLeast: 'annotate' | 'block' | 'High' | 'Medium' | 'Low';
}

/** AI that somebody answers for: by resource path (and below), tag or host, until a day if one is given. */
export interface Sanction {
  readonly id?: string;
  /** `name=value`, without case. */
  readonly tag?: string;
  /** A leading dot takes every host below it. */
  readonly host?: string;
  /** Application id in the directory. */
  readonly appId?: string;
  /** Last day on which it holds, YYYY-MM-DD. */
  readonly until?: string;
  readonly why: string;
}

/**
 * The policy file (`AISPM_CONFIG`) with its defaults settled. An empty list means "not given": rules that need it are notApplicable.
 */
export interface Policy {
  /** What is read beyond Reader and Security Reader; see `model/optIn.ts`. */
  readonly optIn: readonly OptIn[];
  /** The OSV server that the opt-in `advisories` asks. */
  readonly advisoryUrl: string;
  readonly allowedModels: readonly string[];
  readonly allowedPublishers: readonly string[];
  readonly allowedRegistries: readonly string[];
  readonly restrictedModels: readonly string[];
  readonly allowedRegions: readonly string[];
  readonly allowedConnectionHosts: readonly string[];
  /** `kind` of AI accounts that may exist. */
  readonly allowedAccountKinds: readonly string[];
  readonly allowedVmSizes: readonly string[];
  /** Hosts of container registries that environment images may come from; a leading dot allows every host below it. */
  readonly allowedImageRegistries: readonly string[];
  /** Conda channels, by name or URL. */
  readonly allowedCondaChannels: readonly string[];
  /** Issuers whose tokens an identity of the AI stack may take, as hosts or URLs. */
  readonly allowedTokenIssuers: readonly string[];
  readonly requiredTags: readonly string[];
  /** Regular expression that names of AI accounts and search services match from end to end; '' = not given. */
  readonly namePattern: string;
  /** Tag that marks production, `name=value`; '' = not given. */
  readonly productionTag: string;
  /** Channels beside the one that hears of everything. */
  readonly routes: readonly Route[];
  /** Tag that marks what nobody depends on, `name=value`; '' = not given. Halves the impact of attack paths. */
  readonly sandboxTag: string;
  /** Runs that are kept: the newest of each day, week and month. */
  readonly retention: Retention;
  /** Longest time in days for which an exception or a snooze may hold. */
  readonly maxExceptionDays: number;
  readonly maxKeyAgeDays: number;
  readonly maxKeyHolders: number;
  /** Identities that may have keys of AI accounts handed out: user names, object ids or application ids. */
  readonly allowedKeyReaders: readonly string[];
  /** Principals that may query one workspace that logs of models go to. */
  readonly maxPromptLogReaders: number;
  readonly maxPrivilegedPrincipals: number;
  /** Largest `sku.capacity` of one deployment: thousands of tokens a minute, or provisioned units. */
  readonly maxDeploymentCapacity: number;
  /** Largest `scaleSettings.maxNodeCount` of one compute cluster. */
  readonly maxClusterNodes: number;
  /** Days without an operation after which a compute instance is stale. */
  readonly maxInstanceIdleDays: number;
  /** Principals that may write blobs of one storage account that models are grounded on or trained with. */
  readonly maxBlobWriters: number;
  /** What every deployment's filters have to do at least. */
  readonly guardrailBaseline: readonly GuardrailMinimum[];
  /** Identities of release pipelines: user names, object ids or application ids. What they alone changed is approved. */
  readonly approvedPrincipals: readonly string[];
  readonly approvedStates: readonly ApprovedState[];
  readonly approvedChanges: readonly ApprovedChange[];
  readonly rules: Readonly<Record<string, { readonly enabled?: boolean; readonly severity?: Severity }>>;
  /** In order: a later entry starts from what an earlier one made. */
  readonly severityOverrides: readonly SeverityOverride[];
  /** In order: the last entry that holds decides. */
  readonly ruleSwitches: readonly RuleSwitch[];
  readonly ignoredProperties: readonly string[];
  /** The register of AI beyond the managed accounts and workspaces that is known and answered for. */
  readonly sanctioned: readonly Sanction[];
}

export const defaultPolicy: Policy = {
  optIn: [],
  advisoryUrl: 'https://api.osv.dev',
  allowedModels: [],
  allowedPublishers: [],
  allowedRegistries: [],
  restrictedModels: [],
  allowedRegions: [],
  allowedConnectionHosts: [],
  allowedAccountKinds: [],
  allowedVmSizes: [],
  allowedImageRegistries: [],
  allowedCondaChannels: [],
  allowedTokenIssuers: [],
  requiredTags: [],
  namePattern: '',
  productionTag: '',
  routes: [],
  sandboxTag: '',
  retention: { daily: 90, weekly: 52, monthly: 24 },
  maxExceptionDays: 180,
  maxKeyAgeDays: 90,
  maxKeyHolders: 10,
  allowedKeyReaders: [],
  maxPromptLogReaders: 25,
  maxPrivilegedPrincipals: 3,
  maxDeploymentCapacity: 1000,
  maxClusterNodes: 10,
  maxInstanceIdleDays: 30,
  maxBlobWriters: 10,
  guardrailBaseline: [],
  approvedPrincipals: [],
  approvedStates: [],
  approvedChanges: [],
  rules: {},
  severityOverrides: [],
  ruleSwitches: [],
  ignoredProperties: [],
  sanctioned: [],
};
