import { createHash } from 'node:crypto';
import type { Alert, AlertKind, OutboxRow } from '../model/alert';
import type { Change } from '../model/drift';
import { severities, type Rule } from '../model/rule';
import { mainRoute, type Route } from '../model/route';
import type { RunHeader } from '../model/run';
import { renderTeamsCard, type Links } from '../report';

/** What a run's cards are made from. */
export interface Telling {
  readonly header: RunHeader;
  readonly last: RunHeader | undefined;
  readonly rules: readonly Rule[];
  readonly links: Links;
  /** Channels beside the one that hears of everything. */
  readonly routes: readonly Route[];
  /** True for a change that an exception or a snooze keeps quiet. */
  readonly isQuiet: (change: Change) => boolean;
  /** Tags of a resource of this run or the last, `name=value` in lower case. */
  readonly tagsOf: (resourceId: string) => ReadonlySet<string>;
  /** Cards of earlier runs that their channels did not take. */
  readonly undelivered: readonly OutboxRow[];
  /** By route: what changed since the run before the oldest undelivered card, and the runs in between, oldest first. */
  readonly backlog: ReadonlyMap<string, { readonly changes: readonly Change[]; readonly missed: readonly RunHeader[] }>;
  /** Runs since a card was last sent, oldest first, this one included; empty unless a quiet week is over. */
  readonly week: readonly RunHeader[];
}

const rank = (severity: Change['severity']): number => severities.indexOf(severity);

function hears(route: Route, change: Change, { tagsOf }: Telling): boolean {
  const { severity, subscriptions, tag } = route;
  return (
    (!severity || rank(change.severity) <= rank(severity)) &&
    (!subscriptions || subscriptions.includes(change.unit)) &&
    (!tag || tagsOf(change.resourceId).has(tag.toLowerCase()))
  );
}

const isTrouble = ({ kind, integrity }: Change): boolean =>
  integrity === 'tampering' || ['opened', 'worse', 'reopened', 'appeared', 'exceptionOver'].includes(kind);

/** Which card of the run tells a change: what is critical goes on one of its own, and so does the end of something critical. */
function cardOf(change: Change): 'critical' | 'recovery' | 'digest' {
  if (change.severity !== 'critical') return 'digest';
  if (isTrouble(change)) return 'critical';
  return change.kind === 'resolved' ? 'recovery' : 'digest';
}

interface Draft {
  readonly kind: AlertKind;
  readonly changes: readonly Change[];
  readonly elsewhere: number;
  readonly quiet: number;
  readonly missed?: readonly RunHeader[];
  readonly covers?: readonly OutboxRow[];
}

function toAlert(route: string, draft: Draft, telling: Telling): Alert {
  const { header, last, rules, links, week } = telling;
  const { kind, changes, elsewhere, quiet, missed = [], covers = [] } = draft;
  const ids = changes.map(({ id }) => id);
  const id = createHash('sha256')
    .update([header.id, route, kind, ...ids].join('\n'))
    .digest('hex')
    .slice(0, 12);
  const message = renderTeamsCard({
    ...{ header, last, links, kind, changes, elsewhere, quiet, missed, week, alertId: id },
    titles: new Map(rules.map((rule) => [rule.id, rule.title])),
    rules: new Map(rules.map((rule) => [rule.id, rule])),
  });
  const told = covers.map((row) => ({ runId: row.runId, id: row.id }));
  return { id, runId: header.id, route, kind, message, ...(told.length > 0 ? { covers: told } : {}) };
}

const isCoverage = (changes: readonly Change[]): boolean => changes.every(({ sort }) => sort === 'coverage');

/** The cards of a run for one channel: what is critical, what is over, and one digest of the rest. */
function drafts(changes: readonly Change[], quiet: number): readonly Draft[] {
  const { critical = [], recovery = [], digest = [] } = Object.groupBy(changes, cardOf);
  const apart = critical.length + recovery.length;
  const alone = { elsewhere: 0, quiet: 0 };
  return [
    ...(critical.length > 0 ? [{ ...alone, kind: 'critical', changes: critical } as const] : []),
    ...(recovery.length > 0 ? [{ ...alone, kind: 'recovery', changes: recovery } as const] : []),
    ...(digest.length > 0
      ? [
          {
            kind: isCoverage(digest) ? ('coverage' as const) : ('digest' as const),
            changes: digest,
            elsewhere: apart,
            quiet,
          },
        ]
      : []),
  ];
}

/** Cards that a channel did not take are merged into one as soon as there is more to say than the one that waits. */
function catchUpFor(route: Route, changes: readonly Change[], telling: Telling): Draft | undefined {
  const covers = telling.undelivered.filter((row) => row.route === route.name);
  const backlog = telling.backlog.get(route.name);
  if (!backlog || covers.length === 0 || (covers.length === 1 && changes.length === 0)) return undefined;
  const still = backlog.changes.filter((change) => hears(route, change, telling));
  const told = still.filter((change) => !telling.isQuiet(change));
  const forIt = (change: Change): boolean => hears(route, change, telling) && !telling.isQuiet(change);
  const missed = backlog.missed.map((run) => ({
    ...run,
    drift: { ...run.drift, changes: run.drift.changes.filter(forIt) },
  }));
  return {
    kind: 'catchUp',
    changes: told,
    missed,
    elsewhere: 0,
    quiet: still.length - told.length,
    covers,
  };
}

const selfSpeaks = ({ self }: RunHeader): boolean => self !== undefined && self.missed + self.dead > 0;

function forRoute(route: Route, telling: Telling): readonly Alert[] {
  const { header, week } = telling;
  const heard = header.drift.changes.filter((change) => hears(route, change, telling));
  const changes = heard.filter((change) => !telling.isQuiet(change));
  const quiet = heard.length - changes.length;
  const make = (draft: Draft): Alert => toAlert(route.name, draft, telling);
  const catchUp = catchUpFor(route, changes, telling);
  if (catchUp) return [make(catchUp)];
  if (changes.length > 0) return drafts(changes, quiet).map(make);
  if (route.name !== mainRoute) return [];
  const empty = { changes: [], elsewhere: 0, quiet };
  if (selfSpeaks(header)) return [make({ ...empty, kind: 'digest' })];
  return week.length > 0 ? [make({ ...empty, kind: 'heartbeat' })] : [];
}

/**
 * The cards of one run: a welcome after the first; then for each channel what is critical, what is over and one digest of the rest; one
 * catch-up in place of cards that the channel did not take; a heartbeat after a quiet week. Silence otherwise.
 */
export function alertsOf(telling: Telling): readonly Alert[] {
  if (!telling.last) return [toAlert(mainRoute, { kind: 'baseline', changes: [], elsewhere: 0, quiet: 0 }, telling)];
  return [{ name: mainRoute }, ...telling.routes].flatMap((route) => forRoute(route, telling));
}
