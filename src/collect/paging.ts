import type { Body } from './collector';
import { ReadFailed } from './failures';

/** Rows of one page: null and absent mean none, anything else that is not a list of objects is an error. */
export function rowsIn(value: unknown, what: string): readonly Body[] {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) throw new ReadFailed('failed', `${what} is not a list`);
  const odd = value.find((row) => typeof row !== 'object' || row === null || Array.isArray(row)) as unknown;
  if (odd !== undefined) throw new ReadFailed('failed', `${what} holds something that is not an object`);
  return value as Body[];
}

export interface Paging {
  /** Property that names the next page, or several that may: `nextLink` of ARM, `@odata.nextLink` of Microsoft Graph. */
  readonly link: string | readonly string[];
  /** Most pages read. */
  readonly pages: number;
  readonly read: (url: string) => Promise<Body>;
}

const none = (link: unknown): boolean => link === null || link === undefined || link === '';

/** A link that lacks the api-version gets that of the page before (azure-sdk-for-js#11913). */
function versioned(url: URL, from: URL): URL {
  const version = from.searchParams.get('api-version');
  if (version && !url.searchParams.has('api-version')) url.search += `${url.search ? '&' : '?'}api-version=${version}`;
  return url;
}

/** The next page's address, or undefined at the end. Tokens go to the host that was asked, so a link elsewhere is refused. */
function nextUrl(link: unknown, from: URL): URL | undefined {
  if (none(link)) return undefined;
  if (typeof link !== 'string' || !URL.canParse(link, from.href))
    throw new ReadFailed('failed', 'a next page has no address');
  const url = new URL(link, from);
  // A service on this machine may write http where it was asked by https (see loopback.ts).
  url.protocol = from.protocol;
  if (url.host !== from.host) throw new ReadFailed('failed', `the next page is on another host, ${url.host}`);
  return versioned(url, from);
}

/**
 * All rows of a list, page by page, from `first` on; the link is followed as sent. A page that comes again, and more pages than allowed, are errors: rows would be lost in silence.
 */
export async function* pagedRows(first: string, { link, pages, read }: Paging): AsyncGenerator<Body> {
  const seen = new Set<string>();
  for (let url: URL | undefined = new URL(first); url;) {
    if (seen.has(url.href)) throw new ReadFailed('failed', 'the list leads back to a page already read');
    if (seen.size >= pages) throw new ReadFailed('failed', `the list has more than ${pages} pages`);
    seen.add(url.href);
    const body: Body = await read(url.href);
    yield* rowsIn(body['value'], 'value');
    url = nextUrl(body[[link].flat().find((name) => body[name]) ?? ''], url);
  }
}

/**
 * All rows of a list that pages by cursor: `data`, then the page after `last_id` while `has_more` is true. A cursor that comes again,
 * or none where more is promised, is an error: rows would be lost in silence.
 */
export async function* cursorRows(first: string, { pages, read }: Omit<Paging, 'link'>): AsyncGenerator<Body> {
  const seen = new Set<string>();
  for (let after: string | undefined = ''; after !== undefined;) {
    if (seen.has(after)) throw new ReadFailed('failed', 'the list leads back to a page already read');
    if (seen.size >= pages) throw new ReadFailed('failed', `the list has more than ${pages} pages`);
    seen.add(after);
    const body = await read(after === '' ? first : afterCursor(first, after));
    yield* rowsIn(body['data'], 'data');
    after = cursorIn(body);
  }
}

function afterCursor(first: string, after: string): string {
  const url = new URL(first);
  url.searchParams.set('after', after);
  return url.href;
}

function cursorIn(body: Body): string | undefined {
  if (body['has_more'] !== true) return undefined;
  const after = body['last_id'];
  if (typeof after !== 'string' || after === '') throw new ReadFailed('failed', 'a next page has no cursor');
  return after;
}
