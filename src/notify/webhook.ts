import type { Agent } from 'node:https';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import { notPublic } from './publicOnly';

/**
 * What became of one post. `accepted`: Teams queued the card (202), which is not yet shown. `later`: throttled, unreachable or a
 * server's fault; the card waits. `refused`: the same post would be refused again. `reason` never holds the URL.
 */
export interface Sent {
  readonly outcome: 'accepted' | 'later' | 'refused';
  readonly reason: string;
}

export type Webhook = (message: unknown) => Promise<Sent>;

export interface WebhookOptions {
  readonly httpClient: HttpClient;
  /** The workflow's URL: a credential, never logged. */
  readonly url: string;
  /** Keeps connections to public addresses; undefined where loopback is meant, in a custom cloud. */
  readonly agent?: Agent | undefined;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
}

const maxTries = 4;
const longestWaitSeconds = 60;
const timeoutMilliseconds = 60_000;

/** Seconds or an HTTP date; undefined when absent or nonsense. */
function retryAfterSeconds(header: string | undefined, now: number): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds : (Date.parse(header) - now) / 1000;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

const isTransient = (status: number): boolean => status === 408 || status === 429 || status >= 500;

interface Attempt {
  readonly sent: Sent;
  readonly waitSeconds?: number | undefined;
}

function judge(status: number, retryAfter: string | undefined, now: number): Attempt {
  if (status >= 200 && status < 300) return { sent: { outcome: 'accepted', reason: `answered ${status}` } };
  if (isTransient(status))
    return {
      sent: { outcome: 'later', reason: `answered ${status}` },
      waitSeconds: retryAfterSeconds(retryAfter, now),
    };
  return {
    sent: {
      outcome: 'refused',
      reason: status >= 300 && status < 400 ? `answered ${status}: redirects are not followed` : `answered ${status}`,
    },
  };
}

async function post(options: WebhookOptions, body: string): Promise<Attempt> {
  const request = createPipelineRequest({
    url: options.url,
    method: 'POST',
    body,
    headers: createHttpHeaders({ 'content-type': 'application/json' }),
    // Not `timeout`: its timer outlives a connection that fails and keeps the process alive.
    abortSignal: AbortSignal.timeout(timeoutMilliseconds),
    allowInsecureConnection: true, // loopback in a custom cloud only: config.ts refuses any other plain URL
  });
  if (options.agent) request.agent = options.agent; // createPipelineRequest would drop it
  try {
    const { status, headers } = await options.httpClient.sendRequest(request);
    return judge(status, headers.get('retry-after'), options.now());
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (code === notPublic) return { sent: { outcome: 'refused', reason: 'its host leads to a private address' } };
    return { sent: { outcome: 'later', reason: `not reached${typeof code === 'string' ? ` (${code})` : ''}` } };
  }
}

/**
 * Posts finished cards to a Teams Workflows webhook. 202 is understood as accepted; 429 is obeyed with its Retry-After within a minute,
 * beyond that the card waits for the next delivery. Redirects are not followed and the answer's body is not read.
 */
export function openWebhook(options: WebhookOptions): Webhook {
  return async (message) => {
    const body = JSON.stringify(message);
    for (let tried = 1; ; tried++) {
      const { sent, waitSeconds } = await post(options, body);
      const wait = waitSeconds ?? 2 ** tried;
      if (sent.outcome !== 'later' || tried === maxTries || wait > longestWaitSeconds) return sent;
      await options.sleep(wait * 1000);
    }
  };
}
