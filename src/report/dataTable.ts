import type { DataStore } from '../model/dataStore';
import { escaped } from './markdown';
import { shown } from './words';

const columns = ['Store', 'Used by', 'As', 'Reached from', 'May write', 'Recovery'] as const;
const mostUsers = 3;

const users = ({ usedBy }: DataStore): string => {
  const rest = usedBy.length - mostUsers;
  return [...usedBy.slice(0, mostUsers).map((name) => shown(name, 30)), ...(rest > 0 ? [`${rest} more`] : [])].join(
    ', ',
  );
};

/** `+` where someone may be missing from the count, `?` where roles do not tell. */
function writersOf({ writers, beside }: DataStore): string {
  const counted = writers
    ? `${writers.count}${writers.atLeast ? '+' : ''}${writers.guests > 0 ? ` (${writers.guests} guests)` : ''}`
    : '?';
  return [counted, ...beside].join(', ');
}

const cellsOf = (store: DataStore): readonly string[] => [
  `${shown(store.name, 40)} (${store.what})`,
  users(store),
  store.roles.join(', '),
  store.exposure,
  writersOf(store),
  store.grade ?? '?',
];

const title = 'Training and grounding data';
const key =
  'Recovery: A nothing is lost, B versions or a week of deleted blobs, C less, D nothing; ? not read or none of blobs. May write: by role, a + where someone may be missing, then ways that no role decides.';

/** Stores that models learn from or are grounded on, as a block of the report; '' where there is none. */
export function renderDataStores(stores: readonly DataStore[]): string {
  if (stores.length === 0) return '';
  const rows = [columns, ...stores.map(cellsOf)];
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)) + 2);
  const lines = rows.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('')}`.trimEnd());
  return `\n${[title, ...lines, `  ${key}`].join('\n')}\n`;
}

/** The same as Markdown. */
export function renderDataStoresMarkdown(stores: readonly DataStore[]): string {
  if (stores.length === 0) return '';
  const rows = stores.map((store) => `| ${cellsOf(store).map(escaped).join(' | ')} |`);
  return `\n${[`## ${title}`, '', `| ${columns.join(' | ')} |`, '| --- | --- | --- | --- | --- | --- |', ...rows, '', key].join('\n')}\n`;
}
