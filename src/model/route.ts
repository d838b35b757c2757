import type { Severity } from './severity';

/** The channel that hears of everything; its webhook is `AISPM_TEAMS_WEBHOOK_URL`. */
export const mainRoute = 'teams';

/**
 * A further channel of the policy file and what it hears of; each condition that is given must hold. Its webhook is the setting
 * `AISPM_TEAMS_WEBHOOK_URL_` with the name in capitals behind it: URLs are credentials and never stand in the policy file.
 */
export interface Route {
  readonly name: string;
  /** The mildest severity it hears of. */
  readonly severity?: Severity;
  /** Subscription ids. */
  readonly subscriptions?: readonly string[];
  /** `name=value`, on the resource that changed. */
  readonly tag?: string;
}

/** The setting that holds a route's webhook. */
export const settingOf = (name: string): string =>
  name === mainRoute
    ? 'AISPM_TEAMS_WEBHOOK_URL'
    : `AISPM_TEAMS_WEBHOOK_URL_${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;
