import type { Tenant } from './arm';
import { graphError, ok } from './answer';
import type { Answer, Call } from './answer';
import { directory } from './directory';
import { batchThrottled } from './faults';
import type { Attempts } from './faults';
import { splitUrl } from './url';

interface Inner {
  id: string;
  method: string;
  url: string;
}

/**
 * `POST /v1.0/$batch`: at most 20 reads in one call. An inner refusal or throttle stays inside the 200. `violation` is told of every
 * inner request that is not a GET; it is not carried out.
 */
export function graphBatch(call: Call, tenant: Tenant, attempts: Attempts, violation: (inner: Inner) => void): Answer {
  const requests = requestsOf(call.body);
  if (requests === null || requests.length > 20 || requests.length === 0) {
    return graphError(400, 'BadRequest', 'Invalid batch payload format: between 1 and 20 requests are accepted.');
  }
  const responses = requests.map((inner) => {
    const { status, headers, json } = innerAnswer(call, inner, { tenant, attempts, violation });
    return { id: inner.id, status, headers: { 'Content-Type': 'application/json', ...headers }, body: json };
  });
  return ok({ responses });
}

interface Batch {
  tenant: Tenant;
  attempts: Attempts;
  violation: (inner: Inner) => void;
}

function innerAnswer(call: Call, inner: Inner, { tenant, attempts, violation }: Batch): Answer {
  if (inner.method.toUpperCase() !== 'GET') {
    violation(inner);
    return graphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');
  }
  const url = `/v1.0/${inner.url.replace(/^\//, '')}`;
  if (batchThrottled(url, tenant.knobs, attempts)) {
    return { ...graphError(429, 'TooManyRequests', 'Too many requests.'), headers: { 'Retry-After': '1' } };
  }
  return directory({ ...call, ...splitUrl(url), method: 'GET', url, body: '' }, tenant);
}

function requestsOf(body: string): Inner[] | null {
  try {
    const { requests } = JSON.parse(body) as { requests?: Inner[] };
    return requests ?? null;
  } catch {
    return null;
  }
}
