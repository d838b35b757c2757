import { ok } from './answer';
import type { Answer, Call } from './answer';

/** One entry of the OSV format, as far as the simulator answers from it. */
export interface OsvEntry {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly severity?: string | undefined;
  readonly withdrawn?: string;
  readonly name: string;
  readonly versions: readonly string[];
}

const root = '/osv/v1';
/** Queries of one batch, and flaws of one answer, after which a page ends. */
const limits = { batch: 1000, page: 2 };

export const isOsv = (call: Call): boolean => call.path.startsWith(`${root}/`);

const invalid = (message: string): Answer => ({ status: 400, json: { code: 3, message } });

interface Query {
  readonly package?: { readonly name?: string; readonly ecosystem?: string; readonly purl?: string };
  readonly version?: string;
  readonly page_token?: string;
}

function result(query: Query, entries: readonly OsvEntry[]): object {
  const hits = entries.filter(
    ({ name, versions }) => name === query.package?.name && versions.includes(query.version ?? ''),
  );
  const start = Number(query.page_token ?? 0);
  const vulns = hits.slice(start, start + limits.page).map(({ id }) => ({ id, modified: '2026-01-01T00:00:00Z' }));
  const more = start + limits.page < hits.length ? { next_page_token: String(start + limits.page) } : {};
  return vulns.length > 0 ? { vulns, ...more } : {};
}

function batch(body: string, entries: readonly OsvEntry[]): Answer {
  const { queries = [] } = JSON.parse(body) as { queries?: readonly Query[] };
  if (queries.length > limits.batch) return invalid('Too many queries.');
  if (queries.some((query) => query.package?.ecosystem !== 'PyPI')) return invalid('Invalid ecosystem.');
  if (queries.some((query) => query.package?.purl?.includes('@') && query.version))
    return invalid('version in purl and query');
  return ok({ results: queries.map((query) => result(query, entries)) });
}

/** What api.osv.dev answers: a batch in the order of its queries, each paged by itself, and one entry by its id. */
export function osvAnswer(call: Call, entries: readonly OsvEntry[]): Answer {
  if (call.method === 'POST' && call.path === `${root}/querybatch`) return batch(call.body, entries);
  const found = entries.find(({ id }) => call.path === `${root}/vulns/${id}`);
  if (!found) return { status: 404, json: { code: 5, message: 'Bug not found.' } };
  const { id, aliases = [], severity, withdrawn } = found;
  return ok({
    id,
    aliases,
    modified: '2026-01-01T00:00:00Z',
    ...(withdrawn ? { withdrawn } : {}),
    database_specific: { severity },
  });
}
