import { arm } from './arm';
import type { Tenant } from './arm';
import { armError, graphError } from './answer';
import type { Answer, Call } from './answer';
import { directory } from './directory';
import { countAttempt, troubleOf } from './faults';
import type { Attempts, Trouble } from './faults';
import { graphBatch } from './graphBatch';
import { documentOf, isPlane, planeAnswer, withPlaneAddresses } from './planes';
import { resourceGraph } from './resourceGraph';
import type { GraphMemory } from './resourceGraph';
import { isOsv, osvAnswer } from './osv';
import { flowPath, teamsWebhook } from './teams';
import type { Channel } from './teams';
import { clientCredentials, instanceDiscovery, managedIdentity, openidConfiguration, tokenFault } from './tokens';
import type { Entra } from './tokens';

/** All that the simulator remembers. */
export interface State {
  tenant: Tenant;
  entra: Entra;
  channel: Channel;
  memory: GraphMemory;
  attempts: Attempts;
}

/** The answer to one call, what is wrong with its delivery, and whether it tried to do more than read. */
export interface Outcome {
  answer: Answer;
  damage: Exclude<Trouble, { answer: Answer }>['damage'] | null;
  attempt: number;
  faulted: boolean;
  violation: boolean;
}

const queryPath = /^\/providers\/microsoft\.resourcegraph\/resources$/i;
const audiences = {
  arm: /^https:\/\/management\.(core\.windows\.net|azure\.com)\/*$|^https?:\/\/(127\.0\.0\.1|localhost)(:\d+)?\/*$/,
  graph: /^https:\/\/graph\.microsoft\.com\/*$|^https?:\/\/(127\.0\.0\.1|localhost)(:\d+)?\/*$/,
};

/** Sends a call to the room that answers it. Entra and the Teams flow ask no bearer token and have no part in the random faults. */
export function route(call: Call, state: State): Outcome {
  if (call.path.startsWith('/teams/')) {
    return toTeams(call, state);
  }
  if (isOsv(call)) return { ...clean, answer: osvAnswer(call, state.tenant.estate.osv ?? []) };
  const entra = entraAnswer(call, state);
  return entra === null ? toAzure(call, state) : { ...clean, answer: entra };
}

const clean = { damage: null, attempt: 1, faulted: false, violation: false };

function toTeams(call: Call, { channel, tenant }: State): Outcome {
  const missing = armError(404, 'WorkflowNotFound', 'The workflow could not be found.');
  const answer = call.path === flowPath ? teamsWebhook(call, channel, tenant.knobs.teams) : missing;
  return answer === 'reset' ? { ...clean, answer: missing, damage: 'reset', faulted: true } : { ...clean, answer };
}

function entraAnswer(call: Call, { entra, tenant }: State): Answer | null {
  if (call.path === '/msi/token') {
    return managedIdentity(call, entra, tenant.knobs);
  }
  if (call.path === '/common/discovery/instance') {
    return instanceDiscovery(call, entra);
  }
  if (call.path === `/${entra.tenantId}/v2.0/.well-known/openid-configuration`) {
    return openidConfiguration(call, entra);
  }
  return call.path === `/${entra.tenantId}/oauth2/v2.0/token` ? clientCredentials(call, entra, tenant.knobs) : null;
}

function toAzure(call: Call, state: State): Outcome {
  const key = `${call.method} ${call.url}${call.body === '' ? '' : ` ${call.body}`}`;
  const attempt = countAttempt(state.attempts, key);
  const outcome = { ...clean, attempt, violation: isViolation(call) };
  const refused = unauthorized(call, state);
  if (refused !== null) {
    return { ...outcome, answer: refused };
  }
  const trouble = troubleOf(key, attempt, state.tenant.knobs, state.attempts);
  if (trouble === null) {
    return spoiled({ ...outcome, ...azureAnswer(call, state) }, key, state);
  }
  return 'answer' in trouble
    ? { ...outcome, answer: trouble.answer, faulted: true }
    : { ...outcome, ...azureAnswer(call, state), damage: trouble.damage, faulted: true };
}

function spoiled(outcome: Outcome, key: string, { tenant }: State): Outcome {
  const { answer } = outcome;
  const text = tenant.knobs.spoil?.(key, answer.text ?? JSON.stringify(answer.json ?? null));
  return text === undefined ? outcome : { ...outcome, answer: { ...answer, text }, faulted: true };
}

function azureAnswer(call: Call, state: State): Pick<Outcome, 'answer' | 'violation'> {
  const inner = { violation: isViolation(call) };
  if (isPlane(call)) return { ...inner, answer: planeAnswer(call, state.tenant) };
  const answer = isGraph(call) ? graphAnswer(call, state, inner) : addressed(armAnswer(call, state), call, state);
  return { answer, violation: inner.violation };
}

/** Endpoints of the data planes that the estate serves lead back here. */
function addressed(answer: Answer, { origin }: Call, { tenant }: State): Answer {
  const hosts = new Set((tenant.estate.planes ?? []).map(({ host }) => host.toLowerCase()));
  if (hosts.size === 0 || answer.json === undefined) return answer;
  // Links may be written with the wrong scheme on purpose; an endpoint of a resource is an address that works.
  const plain = origin.replace(/^https:/, 'http:');
  return { ...answer, json: JSON.parse(withPlaneAddresses(JSON.stringify(answer.json), hosts, plain)) as unknown };
}

const isGraph = (call: Call): boolean => call.path.startsWith('/v1.0/');

/** The settings of a site, which Azure hands out by POST alone. */
const settingsList = /\/providers\/microsoft\.web\/sites\/[^/]+\/config\/appsettings\/list$/i;

/** Reads are GETs, Resource Graph queries, the settings of a site, and Graph's two read POSTs. */
function isViolation(call: Call): boolean {
  const readPost =
    queryPath.test(call.path) ||
    settingsList.test(call.path) ||
    /^\/v1\.0\/(\$batch|directoryObjects\/getByIds)$/.test(call.path);
  return call.method !== 'GET' && !(call.method === 'POST' && readPost);
}

function graphAnswer(call: Call, state: State, inner: { violation: boolean }): Answer {
  if (isViolation(call)) {
    return graphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');
  }
  return call.path === '/v1.0/$batch'
    ? graphBatch(call, state.tenant, state.attempts, () => (inner.violation = true))
    : directory(call, state.tenant);
}

function armAnswer(call: Call, { tenant, memory }: State): Answer {
  if (call.method === 'POST' && queryPath.test(call.path)) {
    return resourceGraph(call, tenant, memory, Date.now());
  }
  if (call.method === 'POST' && settingsList.test(call.path)) {
    return arm({ ...call, method: 'GET', path: call.path.replace(/\/list$/i, '') }, tenant);
  }
  if (call.method !== 'GET') {
    return armError(
      405,
      'MethodNotAllowed',
      `The http method '${call.method}' is not supported here: this tenant is read-only.`,
    );
  }
  return arm(call, tenant);
}

const wording = {
  missing: ['AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing."],
  invalid: ['InvalidAuthenticationToken', 'The access token is invalid.'],
  audience: [
    'InvalidAuthenticationTokenAudience',
    'The access token has been obtained for wrong audience or resource.',
  ],
  expired: ['ExpiredAuthenticationToken', 'The access token expiry UTC time is earlier than current UTC time.'],
} as const;

/** A data plane takes tokens of its own audience and no other. */
function audienceFor(call: Call, tenant: Tenant): RegExp {
  if (isPlane(call)) {
    const audience = documentOf(call, tenant)?.audience ?? '';
    return new RegExp(`^${audience.replaceAll('.', '\\.')}/*$`);
  }
  return isGraph(call) ? audiences.graph : audiences.arm;
}

function unauthorized(call: Call, { entra, tenant }: State): Answer | null {
  const fault = tokenFault(call, entra, audienceFor(call, tenant));
  if (fault === null) {
    return null;
  }
  const [code, message] = wording[fault];
  const answer = isGraph(call) ? graphError(401, 'InvalidAuthenticationToken', message) : armError(401, code, message);
  return { ...answer, headers: { 'www-authenticate': challenge(call, entra, tenant.knobs.claimsChallenge) } };
}

function challenge(call: Call, entra: Entra, withClaims: boolean): string {
  const base = `Bearer authorization_uri="${call.origin}/${entra.tenantId}"`;
  if (!withClaims) {
    return `${base}, error="invalid_token", error_description="The access token is not accepted."`;
  }
  const nbf = { essential: true, value: String(Math.floor(Date.now() / 1000)) };
  const claims = Buffer.from(JSON.stringify({ access_token: { nbf } })).toString('base64');
  return `${base}, error="insufficient_claims", claims="${claims}"`;
}
