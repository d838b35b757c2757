import { recorder } from './conformanceRecords';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Call } from './answer';
import { indexEstate, isStale } from './estateIndex';
import { noAttempts } from './faults';
import { joinIdentityEndpoint, leaveIdentityEndpoint } from './identityEndpoint';
import { defaultKnobs } from './knobs';
import type { Knobs } from './knobs';
import { emptyMemory } from './resourceGraph';
import { route } from './router';
import type { Outcome, State } from './router';
import { flowPath, newChannel } from './teams';
import type { Card } from './teams';
import type { Estate } from './tenant';
import { newEntra, revokeAll } from './tokens';
import { splitUrl } from './url';

/** One call as it arrived: enough to show that nothing but reads was tried. The webhook's signature is blanked. */
export interface ServedRequest {
  method: string;
  url: string;
  status: number;
  /** Milliseconds since 1970. */
  at: number;
  /** How often this very request (method, url, body) has come by now; 1 for the first. */
  attempt: number;
  /** Tried to do more than read; also a `$batch` with such a request inside. */
  violation: boolean;
  userAgent: string;
  clientRequestId: string;
}

/** One answer as it left. `status` is 0 for a connection closed without an answer; `faulted` answers were spoiled on purpose. */
export interface ServedResponse {
  method: string;
  url: string;
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
  requestBody: string;
  faulted: boolean;
}

export type Listener = (response: ServedResponse) => void;

export interface AzureOptions {
  estate: Estate;
  knobs?: Partial<Knobs>;
  /** Keeps every answer in `responses`; costs memory. */
  keepResponses?: boolean;
  /** Any free one when absent. */
  port?: number;
  /** False for bodies that are not of the api-versions asked for: Microsoft's own examples of older ones. True when absent. */
  described?: boolean;
}

/** The simulated tenant while it runs. */
export interface SimulatedAzure {
  origin: string;
  armEndpoint: string;
  graphEndpoint: string;
  authorityHost: string;
  webhookUrl: string;
  /** For a process that audits this tenant with the managed identity. */
  env: Record<string, string>;
  /** For `EnvironmentCredential`: tenant, client id and secret of an app registration. */
  clientEnv: Record<string, string>;
  estate: Estate;
  knobs: Knobs;
  requests: ServedRequest[];
  responses: ServedResponse[];
  cards: Card[];
  lostCards: Card[];
  /** Calls the listener with every answer; returns the way to stop. */
  on(listener: Listener): () => void;
  /** Needed after a body was put in the place of another; added and removed bodies are noticed. */
  reindex(): void;
  /** Every token given out so far is answered 401 from here on. */
  expireTokensNow(): void;
  close(): Promise<void>;
}

const everywhere = new Set<Listener>([recorder()].filter((one) => one !== undefined));

/** Calls the listener with every answer of every simulated tenant in this process; returns the way to stop. */
export function onEveryResponse(listener: Listener): () => void {
  everywhere.add(listener);
  return () => everywhere.delete(listener);
}

interface Running extends State {
  requests: ServedRequest[];
  responses: ServedResponse[] | null;
  listeners: Set<Listener>;
  described: boolean;
}

/** Starts the simulated tenant on a loopback port. Answers come from the estate as it is at that moment. */
export async function startAzure(options: AzureOptions): Promise<SimulatedAzure> {
  const { estate } = options;
  const entra = newEntra(estate.tenantId);
  const knobs = { ...defaultKnobs(), ...options.knobs };
  const state: Running = {
    tenant: { estate, index: indexEstate(estate), knobs, objectId: entra.objectId },
    ...{ entra, channel: newChannel(), memory: emptyMemory(), attempts: noAttempts() },
    ...{ requests: [], responses: options.keepResponses === true ? [] : null, listeners: new Set<Listener>() },
    described: options.described ?? true,
  };
  const answer = (request: IncomingMessage, response: ServerResponse): undefined =>
    void respond(request, response, state);
  const server = createServer({ keepAliveTimeout: 60_000 }, answer);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const identityEndpoint = await joinIdentityEndpoint(host, answer);
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    leaveIdentityEndpoint(host);
    await closed;
  };
  return toHandle(`http://${host}`, identityEndpoint, state, close);
}

function toHandle(
  origin: string,
  identityEndpoint: string,
  state: Running,
  close: () => Promise<void>,
): SimulatedAzure {
  const { tenant, entra, channel, requests, responses, listeners } = state;
  const webhookUrl = `${origin}${flowPath}?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${channel.sig}`;
  return {
    ...{ origin, armEndpoint: origin, graphEndpoint: origin, authorityHost: origin, webhookUrl },
    ...{ env: environment(origin, webhookUrl, identityEndpoint, state), clientEnv: clientEnvironment(state) },
    ...{ estate: tenant.estate, knobs: tenant.knobs, requests, responses: responses ?? [], close },
    ...{ cards: channel.cards, lostCards: channel.lostCards },
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reindex: () => (tenant.index = indexEstate(tenant.estate)),
    expireTokensNow: () => revokeAll(entra),
  };
}

function environment(
  origin: string,
  webhookUrl: string,
  identityEndpoint: string,
  { entra }: State,
): Record<string, string> {
  return {
    AISPM_CLOUD: 'custom',
    AISPM_ARM_ENDPOINT: origin,
    AISPM_GRAPH_ENDPOINT: origin,
    AISPM_AUTHORITY_HOST: origin,
    AISPM_TEAMS_WEBHOOK_URL: webhookUrl,
    IDENTITY_ENDPOINT: identityEndpoint,
    IDENTITY_HEADER: entra.identityHeader,
  };
}

function clientEnvironment({ entra }: State): Record<string, string> {
  return { AZURE_TENANT_ID: entra.tenantId, AZURE_CLIENT_ID: entra.clientId, AZURE_CLIENT_SECRET: entra.clientSecret };
}

async function respond(request: IncomingMessage, response: ServerResponse, state: Running): Promise<void> {
  const call = await toCall(request, state.tenant.knobs);
  const delay = call.path.startsWith('/teams/') ? state.tenant.knobs.teams.delayMs : state.tenant.knobs.latencyMs;
  if (delay > 0) {
    await wait(delay);
  }
  if (isStale(state.tenant.index, state.tenant.estate)) {
    state.tenant.index = indexEstate(state.tenant.estate);
  }
  const outcome = route(call, state);
  const sent = send(response, outcome);
  record(call, outcome, sent, state);
}

async function toCall(request: IncomingMessage, knobs: Knobs): Promise<Call> {
  const chunks: Buffer[] = [];
  if (request.method !== 'GET') {
    for await (const chunk of request) {
      chunks.push(chunk as Buffer);
    }
  }
  const { headers, method = 'GET', url = '/' } = request;
  const origin = `${knobs.linkScheme}://${headers.host ?? '127.0.0.1'}`;
  return { method, url, ...splitUrl(url), headers, body: Buffer.concat(chunks).toString('utf8'), origin };
}

type Sent = Pick<ServedResponse, 'status' | 'headers' | 'body'>;

const page = '<!DOCTYPE html><html><head><title>Sign in to your account</title></head><body>Please wait.</body></html>';

function send(response: ServerResponse, outcome: Outcome): Sent {
  const { answer, damage } = outcome;
  if (damage === 'reset') {
    response.socket?.resetAndDestroy();
    return { status: 0, headers: {}, body: '' };
  }
  const body = toBody(outcome);
  const status = damage === 'html' ? 200 : answer.status;
  const headers = toHeaders(body, damage === 'html' ? 'text/html' : 'application/json', answer.headers);
  response.writeHead(status, headers);
  if (damage === 'cut') {
    response.write(body.slice(0, body.length / 2), () => response.socket?.destroy());
  } else {
    response.end(body);
  }
  return { status, headers, body };
}

function toBody({ answer, damage }: Outcome): string {
  if (damage === 'html') {
    return page;
  }
  const whole = answer.text ?? (answer.json === undefined ? '' : JSON.stringify(answer.json));
  return damage === 'halfBody' ? whole.slice(0, whole.length / 2) : whole;
}

function toHeaders(body: string, mediaType: string, own: Record<string, string> | undefined): Record<string, string> {
  const id = randomUUID();
  return {
    ...(body === '' ? {} : { 'content-type': `${mediaType}; charset=utf-8` }),
    ...{ 'content-length': String(Buffer.byteLength(body)), 'cache-control': 'no-cache' },
    ...{
      'x-ms-request-id': id,
      'x-ms-correlation-request-id': id,
      'x-ms-ratelimit-remaining-subscription-reads': '249',
    },
    ...own,
  };
}

function record(call: Call, { attempt, violation, faulted }: Outcome, sent: Sent, state: Running): void {
  const { method } = call;
  const url = call.url.replace(/([?&]sig=)[^&]*/, '$1-');
  const agent = call.headers['user-agent'];
  const clientId = call.headers['x-ms-client-request-id'];
  state.requests.push({
    ...{ method, url, status: sent.status, at: Date.now(), attempt, violation },
    userAgent: typeof agent === 'string' ? agent : '',
    clientRequestId: typeof clientId === 'string' ? clientId : '',
  });
  const listeners = [...state.listeners, ...(state.described ? everywhere : [])];
  if (listeners.length === 0 && state.responses === null) {
    return;
  }
  const served = { method, url, ...sent, requestBody: call.body, faulted };
  state.responses?.push(served);
  listeners.forEach((listener) => listener(served));
}
