import {
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
} from '@azure/core-rest-pipeline';
import { at, list, parts, text, texts } from '../body';
import type { Advisories, AskedPackage, Body, FoundAdvisory } from '../collector';
import { ReadFailed } from '../failures';
import { loopbackHttpClient, secureHref } from '../loopback';
import { readOnlyFor } from '../readOnly';
import { textOf } from '../responseText';
import type { Limits, Reads } from '../retry';

/** Queries that one batch may hold (google/osv.dev, querybatch). */
const batchSize = 1000;

export interface OsvOptions {
  readonly endpoint: string;
  readonly reads: Reads;
  readonly limits: Limits;
  readonly httpClient?: HttpClient | undefined;
}

interface Query {
  readonly asked: AskedPackage;
  readonly pageToken?: string;
}

/** One name for a flaw that has several: its CVE where there is one. */
const preferred = (vuln: Body): string =>
  texts(vuln, 'aliases').find((alias) => alias.startsWith('CVE-')) ?? text(vuln, 'id');

const severities = ['critical', 'high', 'medium', 'low'] as const;
const severityOf = (vuln: Body): FoundAdvisory['severity'] => {
  const given = text(vuln, 'database_specific', 'severity').toLowerCase().replace('moderate', 'medium');
  return severities.find((one) => one === given) ?? 'notTold';
};

function sender({ endpoint, reads, limits, httpClient }: OsvOptions): (path: string, body?: object) => Promise<Body> {
  const pipeline = createEmptyPipeline();
  pipeline.addPolicy(readOnlyFor(['advisories']));
  const client = loopbackHttpClient(endpoint, httpClient);
  return async (path, body) => {
    const answer = await reads.ask('advisories', async (abortSignal) => {
      const request = createPipelineRequest({
        url: secureHref(`${endpoint.replace(/\/+$/, '')}${path}`),
        method: body ? 'POST' : 'GET',
        headers: createHttpHeaders(body ? { 'content-type': 'application/json' } : {}),
        abortSignal,
        ...(body ? { body: JSON.stringify(body) } : {}),
        streamResponseStatusCodes: new Set([Infinity]),
      });
      const response = await pipeline.sendRequest(client, request);
      const header = (name: string): string | undefined => response.headers.get(name);
      return { status: response.status, header, text: await textOf(response, limits.bodyBytes) };
    });
    return answer.body;
  };
}

const toQuery = ({ asked, pageToken }: Query): Body => ({
  package: { name: asked.name, ecosystem: 'PyPI' },
  version: asked.version,
  ...(pageToken ? { page_token: pageToken } : {}),
});

/** Advisories of packages from an OSV server. What is sent: names and versions. No credential goes there. */
export function openOsv(options: OsvOptions): Advisories {
  const send = sender(options);
  const details = new Map<string, Promise<Body>>();
  const detail = (id: string): Promise<Body> => {
    const held = details.get(id) ?? send(`/v1/vulns/${encodeURIComponent(id)}`);
    details.set(id, held);
    return held;
  };

  /** Ids by the place of the package asked about: answers come in the order of the questions, each paged by itself. */
  async function batch(queries: readonly Query[], found: Map<AskedPackage, string[]>): Promise<readonly Query[]> {
    const results = list(await send('/v1/querybatch', { queries: queries.map(toQuery) }), 'results');
    if (results.length !== queries.length)
      throw new ReadFailed('failed', 'the answer has another length than the question');
    return queries.flatMap(({ asked }, index) => {
      const ids = parts(results[index], 'vulns').map((vuln) => text(vuln, 'id'));
      found.set(asked, [...(found.get(asked) ?? []), ...ids]);
      const pageToken = text(results[index], 'next_page_token');
      return pageToken ? [{ asked, pageToken }] : [];
    });
  }

  async function described(asked: AskedPackage, id: string): Promise<FoundAdvisory> {
    const vuln = await detail(id);
    const withdrawn = at(vuln, 'withdrawn') !== undefined;
    return { ...asked, id: preferred(vuln), severity: severityOf(vuln), malicious: id.startsWith('MAL-'), withdrawn };
  }

  return async (packages) => {
    const found = new Map<AskedPackage, string[]>();
    for (let open: readonly Query[] = packages.map((asked) => ({ asked })), pages = 0; open.length > 0; pages += 1) {
      if (pages > options.limits.pages) throw new ReadFailed('failed', 'the list of advisories does not end');
      const now = open.slice(0, batchSize);
      open = [...(await batch(now, found)), ...open.slice(batchSize)];
    }
    const all = [...found].flatMap(([asked, ids]) => ids.map((id) => described(asked, id)));
    return (await Promise.all(all)).filter(({ withdrawn }) => !withdrawn);
  };
}
