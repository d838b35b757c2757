import type { AlertKind } from '../../model/alert';
import type { Change } from '../../model/drift';
import type { Rule } from '../../model/rule';
import type { RunHeader } from '../../model/run';
import type { Links, ReportInput } from '../words';

/** What a card needs beside the run. */
export interface CardInput extends ReportInput {
  readonly kind: AlertKind;
  readonly alertId: string;
  readonly links: Links;
  /** What this card tells: of the run's changes those that its channel hears of. */
  readonly changes: readonly Change[];
  /** Changes of the run that are told on another card of the same channel. */
  readonly elsewhere: number;
  /** Changes that an exception or a snooze keeps quiet. */
  readonly quiet: number;
  /** Why and how to mend, by rule id. */
  readonly rules: ReadonlyMap<string, Pick<Rule, 'why' | 'fix'>>;
  /** Runs whose cards the channel did not take, oldest first: a catch-up tells them. */
  readonly missed: readonly RunHeader[];
  /** Runs since the last card, oldest first: a heartbeat tells them. */
  readonly week: readonly RunHeader[];
}
