import { randomUUID } from 'node:crypto';
import { armError } from './answer';
import type { Answer, Call } from './answer';
import type { TeamsKnobs } from './knobs';

/** A post that reached the webhook. */
export interface Card {
  at: number;
  bytes: number;
  body: unknown;
}

/** The Workflows webhook and what arrived there. */
export interface Channel {
  sig: string;
  cards: Card[];
  /** Accepted with 202 and lost afterwards, as the real flow does with what is too large. */
  lostCards: Card[];
}

export const newChannel = (): Channel => ({ sig: randomUUID().replaceAll('-', ''), cards: [], lostCards: [] });

/** The path of the one flow there is. */
export const flowPath = '/teams/workflows/0a15b700f1044e0f9a/triggers/manual/paths/invoke';

/** Teams counts a card larger than it was sent: 24,453 bytes were counted as 28,897 (msteams-docs issue 11274). */
const limit = 28_672 / 1.18;

/** 202 and nothing else when a card is taken; 'reset' asks the server to close the connection without an answer. */
export function teamsWebhook(call: Call, channel: Channel, knobs: TeamsKnobs): Answer | 'reset' {
  return trouble(knobs) ?? refusal(call, channel) ?? accept(call, channel, knobs);
}

function trouble(knobs: TeamsKnobs): Answer | 'reset' | null {
  if (knobs.resetNext > 0) {
    knobs.resetNext -= 1;
    return 'reset';
  }
  if (knobs.throttleNext > 0) {
    knobs.throttleNext -= 1;
    const headers = knobs.retryAfterSeconds === null ? {} : { 'retry-after': String(knobs.retryAfterSeconds) };
    return {
      ...armError(429, 'WorkflowTriggerThrottled', 'The number of requests exceeded the limit of the flow.'),
      headers,
    };
  }
  if (knobs.failNext > 0) {
    knobs.failNext -= 1;
    return armError(503, 'ServiceUnavailable', 'The flow is not available.');
  }
  return null;
}

function refusal(call: Call, channel: Channel): Answer | null {
  if (call.method !== 'POST') {
    return armError(405, 'MethodNotAllowed', 'The flow takes POST only.');
  }
  if (call.query.get('sig') !== channel.sig) {
    return armError(
      401,
      'DirectApiAuthorizationRequired',
      'The request must be authenticated by the signature of its URL.',
    );
  }
  const isJson = String(call.headers['content-type']).startsWith('application/json') && parsed(call.body) !== undefined;
  return isJson ? null : armError(400, 'InvalidRequestContent', 'The request content is not valid JSON.');
}

function accept(call: Call, channel: Channel, knobs: TeamsKnobs): Answer {
  const card = { at: Date.now(), bytes: Buffer.byteLength(call.body), body: parsed(call.body) };
  if (card.bytes <= limit) {
    channel.cards.push(card);
    return { status: 202 };
  }
  if (knobs.oversize === 'reject') {
    return armError(413, 'RequestEntityTooLarge', 'The request content is too large.');
  }
  channel.lostCards.push(card);
  return { status: 202 };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
