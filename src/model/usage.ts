import type { Base } from './base';

/**
 * What Azure Monitor counted on an account in the 30 days before the run: metric AzureOpenAIRequests by ModelDeploymentName and StatusCode. Only
 * what rules ask is kept, so that a day like the one before changes nothing.
 */
export interface ModelRequests extends Base<'modelRequests'> {
  /** Names of the deployments that were called, lower-case. Azure Monitor keeps no series for what did not happen. */
  readonly called: readonly string[];
  /** Share of the calls that were answered with 429, in whole percent, rounded up. */
  readonly throttledPercent: number;
}

/** The newest `accounts/listKeys/action` of one caller on one account in the Activity Log; `parentId` is the account. */
export interface KeyListing extends Base<'keyListing'> {
  readonly at: string;
  /** A user's name or an application's object id, lower-case. */
  readonly caller: string;
  /** Object and application ids of its token. */
  readonly callerIds: readonly string[];
}

export interface UsageKinds {
  readonly modelRequests: ModelRequests;
  readonly keyListing: KeyListing;
}
