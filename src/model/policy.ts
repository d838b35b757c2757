import type { Severity } from './severity';

/**
 * The policy file (`AISPM_CONFIG`) with its defaults settled. An empty list means "not given": rules that need it are notApplicable.
 */
export interface Policy {
  readonly allowedModels: readonly string[];
  readonly allowedPublishers: readonly string[];
  readonly allowedRegistries: readonly string[];
  readonly restrictedModels: readonly string[];
  readonly allowedRegions: readonly string[];
  readonly allowedConnectionHosts: readonly string[];
  readonly requiredTags: readonly string[];
  /** Tag that marks production, `name=value`; '' = not given. */
  readonly productionTag: string;
  readonly maxKeyAgeDays: number;
  readonly maxKeyHolders: number;
  readonly maxPrivilegedPrincipals: number;
  /** Largest `sku.capacity` of one deployment: thousands of tokens a minute, or provisioned units. */
  readonly maxDeploymentCapacity: number;
  readonly rules: Readonly<Record<string, { readonly enabled?: boolean; readonly severity?: Severity }>>;
  readonly ignoredProperties: readonly string[];
}

export const defaultPolicy: Policy = {
  allowedModels: [],
  allowedPublishers: [],
  allowedRegistries: [],
  restrictedModels: [],
  allowedRegions: [],
  allowedConnectionHosts: [],
  requiredTags: [],
  productionTag: '',
  maxKeyAgeDays: 90,
  maxKeyHolders: 10,
  maxPrivilegedPrincipals: 3,
  maxDeploymentCapacity: 1000,
  rules: {},
  ignoredProperties: [],
};
