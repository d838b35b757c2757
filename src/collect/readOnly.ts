import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import type { OptIn } from '../model/optIn';
import { NotARead } from './failures';

const readPosts = [
  /^\/providers\/microsoft\.resourcegraph\/resources$/i,
  /^\/v1\.0\/directoryobjects\/getbyids$/i,
] as const;

/** Reads that Azure gives by POST and that an opt-in alone allows. */
const optionalPosts: Readonly<Partial<Record<OptIn, RegExp>>> = {
  advisories: /^(\/[^/]+)*\/v1\/querybatch$/,
  appSettings:
    /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/microsoft\.web\/sites\/[^/]+(?:\/slots\/[^/]+)?\/config\/appsettings\/list$/i,
};

const onlyGets = (body: string): boolean => {
  const { requests } = JSON.parse(body) as { requests?: readonly { method?: string }[] };
  return Array.isArray(requests) && requests.every((inner: { method?: string }) => inner.method === 'GET');
};

/**
 * Throws NotARead unless this is a GET, the Resource Graph query, or one of Microsoft Graph's read POSTs: `getByIds`, and `$batch` whose
 * inner requests are all GET; and what `optIn` adds. Everything aispm sends to Azure passes here.
 */
export function assertRead(method: string, url: string, body: string, optIn: readonly OptIn[] = []): void {
  const path = new URL(url).pathname;
  if (method === 'GET') return;
  const allowed =
    method === 'POST' &&
    (readPosts.some((post) => post.test(path)) ||
      optIn.some((name) => optionalPosts[name]?.test(path)) ||
      (/^\/v1\.0\/\$batch$/i.test(path) && onlyGets(body)));
  if (!allowed) throw new NotARead(method, path);
}

/** Stands last in every SDK pipeline, so nothing a client adds on the way can slip past. */
export const readOnlyFor = (optIn: readonly OptIn[]): PipelinePolicy => ({
  name: 'aispmReadOnly',
  sendRequest(request, next) {
    assertRead(request.method, request.url, typeof request.body === 'string' ? request.body : '{}', optIn);
    return next(request);
  },
});

export const readOnlyPolicy = readOnlyFor([]);
