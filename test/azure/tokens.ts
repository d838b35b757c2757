import { randomUUID } from 'node:crypto';
import type { Answer, Call } from './answer';
import { armError, ok } from './answer';
import type { Knobs } from './knobs';

/** The identities that may ask for tokens, and the state of those given out. */
export interface Entra {
  tenantId: string;
  /** App id and object id of the managed identity, and of the app registration. */
  clientId: string;
  objectId: string;
  identityHeader: string;
  clientSecret: string;
  /** Tokens with a number up to this one count as expired. */
  revokedUpTo: number;
  /** Tokens read before, so that a long run does not decode the same one each time. */
  seen: Map<string, Claims>;
}

export interface Claims {
  aud: string;
  tid: string;
  exp: number;
  /** Running number within this process. */
  seq: number;
}

let issued = 0;

/** One for the process, as its identity endpoint is. */
const identityHeader = randomUUID();

/** An identity in a tenant; its secrets are random and live as long as the process. */
export function newEntra(tenantId: string): Entra {
  return {
    tenantId,
    clientId: 'a1500000-0000-4000-8000-00000000c11e',
    objectId: 'a1500000-0000-4000-8000-0000000000b1',
    identityHeader,
    clientSecret: randomUUID(),
    revokedUpTo: 0,
    seen: new Map(),
  };
}

/** Every token given out so far is refused from here on. */
export function revokeAll(entra: Entra): void {
  entra.revokedUpTo = issued;
}

/** App Service's managed identity endpoint, api-version 2019-08-01. */
export function managedIdentity(call: Call, entra: Entra, knobs: Knobs): Answer {
  if (knobs.identityStatus !== null) {
    return armError(knobs.identityStatus, 'IdentityUnavailable', 'The identity service cannot answer.');
  }
  if (call.headers['x-identity-header'] !== entra.identityHeader) {
    return { status: 401, json: { statusCode: 401, message: 'The x-identity-header is missing or wrong.' } };
  }
  const resource = call.query.get('resource');
  if (resource === null || call.query.get('api-version') !== '2019-08-01') {
    return { status: 400, json: { statusCode: 400, message: 'resource and api-version are required.' } };
  }
  const expires_on = String(Math.floor(Date.now() / 1000) + knobs.tokenLifetimeSeconds);
  const access_token = toToken(entra, resource, knobs);
  return ok({ access_token, client_id: entra.clientId, expires_on, resource, token_type: 'Bearer' });
}

/** Entra's token endpoint v2.0 for client credentials. */
export function clientCredentials(call: Call, entra: Entra, knobs: Knobs): Answer {
  const form = new URLSearchParams(call.body);
  if (form.get('client_id') !== entra.clientId || form.get('client_secret') !== entra.clientSecret) {
    return entraError(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.', 7_000_215);
  }
  if (form.get('grant_type') !== 'client_credentials') {
    return entraError(400, 'unsupported_grant_type', 'AADSTS70003: The grant type is not supported.', 70_003);
  }
  const scope = (form.get('scope') ?? '').split(' ').find((one) => one.endsWith('/.default')) ?? '';
  const access_token = toToken(entra, scope.replace(/\/\.default$/, ''), knobs);
  const expires_in = knobs.tokenLifetimeSeconds;
  return ok({ token_type: 'Bearer', expires_in, ext_expires_in: expires_in, access_token });
}

/** `/{tenant}/v2.0/.well-known/openid-configuration`. */
export function openidConfiguration(call: Call, entra: Entra): Answer {
  const base = `${call.origin}/${entra.tenantId}`;
  return ok({
    issuer: `${base}/v2.0`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    tenant_region_scope: 'EU',
    cloud_instance_name: 'microsoftonline.com',
  });
}

/** `/common/discovery/instance`: this host is its own cloud. */
export function instanceDiscovery(call: Call, entra: Entra): Answer {
  const host = new URL(call.origin).host;
  return ok({
    tenant_discovery_endpoint: `${call.origin}/${entra.tenantId}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  });
}

/** Why a bearer token is refused, null when it is good. */
export function tokenFault(
  call: Call,
  entra: Entra,
  audiences: RegExp,
): 'missing' | 'invalid' | 'audience' | 'expired' | null {
  const token = bearerOf(call);
  if (token === undefined) {
    return 'missing';
  }
  const claims = readToken(token, entra);
  if (claims?.tid !== entra.tenantId) {
    return 'invalid';
  }
  if (!audiences.test(claims.aud)) {
    return 'audience';
  }
  return isOver(claims, entra) ? 'expired' : null;
}

function bearerOf(call: Call): string | undefined {
  return /^Bearer (\S+)$/i.exec(String(call.headers['authorization']))?.[1];
}

const isOver = (claims: Claims, entra: Entra): boolean =>
  claims.exp * 1000 <= Date.now() || claims.seq <= entra.revokedUpTo;

function entraError(status: number, error: string, description: string, code: number): Answer {
  const trace_id = randomUUID();
  const error_description = `${description} Trace ID: ${trace_id}`;
  return { status, json: { error, error_description, error_codes: [code], trace_id, correlation_id: trace_id } };
}

/** A well-formed token with no signature behind it: only this simulator takes it. */
function toToken(entra: Entra, resource: string, knobs: Knobs): string {
  const now = Math.floor(Date.now() / 1000);
  issued += 1;
  const claims = {
    ...{ aud: resource, iss: `https://sts.windows.net/${entra.tenantId}/`, iat: now, nbf: now },
    ...{
      exp: now + knobs.tokenLifetimeSeconds,
      appid: entra.clientId,
      idtyp: 'app',
      oid: entra.objectId,
      sub: entra.objectId,
    },
    ...{ tid: entra.tenantId, ver: '1.0', seq: issued },
  };
  const part = (json: unknown): string => Buffer.from(JSON.stringify(json)).toString('base64url');
  return `${part({ typ: 'JWT', alg: 'none' })}.${part(claims)}.${part('unsigned')}`;
}

function readToken(token: string, entra: Entra): Claims | null {
  const known = entra.seen.get(token);
  if (known !== undefined) {
    return known;
  }
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Claims;
    entra.seen.set(token, claims);
    return claims;
  } catch {
    return null;
  }
}
