import type { Change } from '../../model/drift';
import type { RunHeader } from '../../model/run';
import { block, changeRow, column, columns, heading, openUrl, rich, run, subtle, type Part } from '../cardParts';
import { tellChange } from '../changeText';
import { missingRights, plural, shown, when, type Links } from '../words';
import type { CardInput } from './input';

const longestUrl = 1_000;
const maxRows = 14;

export interface Budget {
  rows: number;
  bytes: number;
}

/** Room for the rows of one card. */
export const budgetOf = (bytes: number): Budget => ({ rows: maxRows, bytes });

export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value), 'utf8');

/** The resource in the Azure portal; '' where there is no such page. */
export function portalUrl(links: Links, { resourceId }: Change): string {
  if (!resourceId.startsWith('/subscriptions/')) return '';
  const url = `${links.portal}/#resource${encodeURI(resourceId.toWellFormed())}`;
  return url.length > longestUrl ? '' : url;
}

const isAlarming = ({ findings, integrity }: Change): boolean =>
  integrity === 'tampering' ||
  findings.some(({ to, severity }) => to === 'fail' && (severity === 'critical' || severity === 'high'));

function rowsWithin(changes: readonly Change[], input: CardInput, budget: Budget): Part[] {
  const rows: Part[] = [];
  for (const change of changes) {
    const row = changeRow(tellChange(change, input.titles), isAlarming(change), portalUrl(input.links, change));
    if (budget.rows === 0 || budget.bytes < bytesOf(row)) break;
    budget.rows -= 1;
    budget.bytes -= bytesOf(row);
    rows.push(row);
  }
  return rows;
}

/** Changes under a heading, as many as the card holds, and how many more there are. */
export function section(title: string, changes: readonly Change[], input: CardInput, budget: Budget): Part[] {
  if (changes.length === 0) return [];
  const rows = rowsWithin(changes, input, budget);
  const more = changes.length - rows.length;
  return [
    heading(`${title} (${changes.length})`),
    ...rows,
    ...(more > 0 ? [block(`${more} more`, { size: 'Small', isSubtle: true })] : []),
  ];
}

/** A small label and what belongs to it. */
export const fact = (label: string, inlines: readonly Part[]): Part =>
  columns([column('88px', [rich([subtle(label)])]), column('stretch', [rich(inlines)])], { spacing: 'Small' });

export const score = (header: RunHeader): string =>
  header.summary.score === null ? '–' : String(Math.round(header.summary.score));

export function scoreTrend(header: RunHeader, last: RunHeader | undefined): string {
  const [now, was] = [header.summary.score, last?.summary.score ?? null];
  if (now === null || was === null) return 'of 100';
  const step = Math.round(now) - Math.round(was);
  if (step === 0) return 'of 100, as before';
  return `${step < 0 ? '▼' : '▲'} ${Math.abs(step)}, was ${Math.round(was)}`;
}

/** Units that were not read completely, and what is missing; units that stay unread are told on every card. */
export function unreadRows(header: RunHeader): Part[] {
  const unread = header.units
    .map(({ coverage }) => coverage)
    .filter(({ state }) => state === 'notRead' || state === 'partial');
  if (unread.length === 0) return [];
  const told = unread.slice(0, 5).map((coverage) => {
    const rights = missingRights(coverage).slice(0, 3).join(', ');
    return `${shown(coverage.name)}${rights ? ` (needs ${shown(rights, 120)})` : ''}`;
  });
  const more = unread.length > 5 ? `, ${unread.length - 5} more` : '';
  return [
    rich([subtle(`Not read completely: ${told.join('; ')}${more}. Until then we say nothing about what is missing.`)], {
      spacing: 'None',
    }),
  ];
}

/** What the auditor has to say of itself: audits that did not happen, cards that did not arrive. */
export function selfRows({ self }: RunHeader): Part[] {
  if (!self) return [];
  const told = [
    ...(self.missed > 0
      ? [`${plural(self.missed, 'scheduled audit')} did not run since ${when(self.lastDueAt)}.`]
      : []),
    ...(self.lateMinutes > 0 ? [`This audit began ${plural(self.lateMinutes, 'minute')} late.`] : []),
    ...(self.dead > 0 ? [`${plural(self.dead, 'earlier card')} could not be delivered: see health.`] : []),
  ];
  return told.map((line) => rich([subtle(line)], { spacing: 'None' }));
}

export const foot = ({ alertId, quiet, elsewhere }: CardInput): Part[] => [
  ...(elsewhere > 0 ? [rich([subtle(`${plural(elsewhere, 'change')} told on a card of its own.`)])] : []),
  ...(quiet > 0 ? [rich([subtle(`${plural(quiet, 'change')} under exceptions or snoozed.`)])] : []),
  rich([subtle(`aispm · alert ${alertId} · a repeat carries the same id`)], { spacing: 'Large' }),
];

export const bold = (text: string): Part => run(text, { weight: 'Bolder' });

/** Links into our own app, where its address is known. */
export function actionsOf({ header, links }: CardInput): Part[] {
  if (!links.api) return [];
  const of = `${links.api}/runs/${encodeURIComponent(header.id)}`;
  return [openUrl('This run', of), openUrl('What we could not see', `${of}/coverage`)];
}
