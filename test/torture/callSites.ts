import type { SimulatedAzure } from '../azure/server';

/** One kind of call that an audit makes, with the exact requests of one list of its: the first page, one in the middle, the last. */
export interface CallSite {
  readonly name: string;
  readonly pages: readonly string[];
}

const guid = /[0-9a-f]{8}-[0-9a-f-]{27}/gi;

/** The path without names: behind `providers/x` kinds and names take turns. */
function patternOf(path: string): string {
  const parts = path.toLowerCase().replace(guid, '*').split('/');
  const at = parts.lastIndexOf('providers');
  return parts
    .map((part, n) => (parts[n - 1] === 'resourcegroups' || (at >= 0 && n > at + 2 && (n - at) % 2 === 1) ? '*' : part))
    .join('/');
}

const skip = /([?&](\$skiptoken|%24skiptoken|\$skip|%24skip)=[^&]*)/i;

/** A query of Resource Graph without the place of its page. */
const queryOf = (body: string): string => body.replace(/"\$skipToken":"[^"]*"/, '');

const middle = <T>(all: readonly T[]): T[] => {
  const chosen = [all[0], all[Math.floor(all.length / 2)], all.at(-1)].filter((one): one is T => one !== undefined);
  return [...new Set(chosen)];
};

/** Listens until `work` is over and tells the call sites it made, each by the longest of its lists. */
export async function recordCallSites(
  azure: SimulatedAzure,
  work: () => Promise<unknown>,
): Promise<readonly CallSite[]> {
  const sites = new Map<string, Map<string, string[]>>();
  const stop = azure.on(({ method, url, requestBody }) => {
    if (/^\/(teams|msi|common)\//.test(url)) return;
    const key = `${method} ${url}${requestBody === '' ? '' : ` ${requestBody}`}`;
    const list = `${url.replace(skip, '')} ${queryOf(requestBody)}`;
    const kind = /resourcegraph/i.test(url) ? queryOf(requestBody).slice(0, 160) : '';
    const name = `${method} ${patternOf(url.split('?')[0] ?? '')} ${kind}`.trim();
    const lists = sites.get(name) ?? new Map<string, string[]>();
    lists.set(list, [...(lists.get(list) ?? []), key]);
    sites.set(name, lists);
  });
  await work().finally(stop);
  return [...sites]
    .map(([name, lists]) => ({
      name,
      pages: middle([...lists.values()].reduce((longest, one) => (one.length > longest.length ? one : longest))),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Matches exactly this request. */
export const exactly = (key: string): RegExp => new RegExp(`^${key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
