import type { Base } from './base';

/** Calls of one deployment within the window. */
export interface DeploymentCalls {
  /** Lower-case. */
  readonly deployment: string;
  readonly requests: number;
  /** Those that were answered with 429. */
  readonly throttled: number;
}

/**
 * What Azure Monitor counted on an account: metric AzureOpenAIRequests by ModelDeploymentName and StatusCode. A deployment that is missing was not
 * called: Azure Monitor keeps no series for what did not happen. `since` and `until` are ISO 8601.
 */
export interface ModelRequests extends Base<'modelRequests'> {
  readonly since: string;
  readonly until: string;
  readonly deployments: readonly DeploymentCalls[];
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
