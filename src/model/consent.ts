import type { AiSignal } from './aiSignal';
import type { Base } from './base';

/**
 * An application of another organisation that stands in the tenant and looks like one of an AI vendor, from Microsoft Graph. `id` is
 * `/serviceprincipals/` and the object id, so that it differs from the principal behind a role assignment.
 */
export interface ConsentedApp extends Base<'consentedApp'> {
  readonly appId: string;
  /** `accountEnabled`; absent = enabled. While it is off nobody gets a token for the application. */
  readonly isEnabled: boolean;
  readonly aiSignals: readonly AiSignal[];
  /** Delegated scopes of all consents and application permissions that were granted, each once. */
  readonly scopes: readonly string[];
  /** An administrator consented for everyone, or the application acts by itself. */
  readonly forEveryone: boolean;
}

export interface ConsentKinds {
  readonly consentedApp: ConsentedApp;
}

const wide = /^(?:Mail\.|Files\.(?:Read|ReadWrite)\.All$|Sites\..+\.All$|Chat\.|ChannelMessage\.|full_access_as_app$)/i;

/** Scopes that open mail, files, sites or chats: what they reach leaves for the vendor. */
export const wideScopes = ({ scopes }: ConsentedApp): readonly string[] => scopes.filter((scope) => wide.test(scope));

/** Access that goes on while nobody is signed in. */
export const actsOffline = ({ scopes }: ConsentedApp): boolean => scopes.includes('offline_access');
