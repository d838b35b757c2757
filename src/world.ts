import type { Settings } from './config';
import type { Plan, SurveyPart } from './model/plan';
import type { Kind } from './model/resource';
import type { Rule } from './model/rule';
import type { RunHeader } from './model/run';
import type { Snapshot } from './model/snapshot';
import type { Store } from './store';

/** What starts an audit: where, and by whom. */
export interface AuditRequest {
  readonly scopes: readonly string[];
  readonly trigger: RunHeader['trigger'];
}

/** Everything outside: Azure, the store, Teams, the clock and chance. The steps of an audit know nothing else. */
export interface World {
  readonly settings: Settings;
  readonly rules: readonly Rule[];
  readonly store: Store;
  now(): string;
  newRunId(takenAt: string): string;
  survey(scopes: readonly string[]): Promise<readonly SurveyPart[]>;
  readUnit(input: UnitInput): Promise<Snapshot>;
  send(message: unknown): Promise<{ readonly outcome: 'accepted' | 'later' | 'refused'; readonly reason: string }>;
  /** Runs `work` over `all` with bounded concurrency; results in the order given. */
  inParallel<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]>;
}

export interface UnitInput {
  readonly plan: Plan;
  readonly part: SurveyPart;
  readonly tenant: SurveyPart;
  readonly wasThere: readonly { readonly id: string; readonly kind: Kind }[];
}
