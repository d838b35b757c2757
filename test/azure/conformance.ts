import { createHash } from 'node:crypto';
import type { LiveValidator } from 'oav/dist/lib/liveValidation/liveValidator';
import { toArmPath } from './armPath';
import type { ArmPath } from './armPath';
import { envelopeProblems, errorProblems, withoutNulls } from './conformanceEnvelope';
import { BodyTypes, openSwagger } from './conformanceSpecs';

/** One answer to hold against Microsoft's descriptions. `body` is the parsed JSON. */
export interface Answered {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/**
 * By what an answer was held: `swagger` = operation and answer, `body` = the resource body alone, `error` = the shape of an error,
 * `none` = nothing describes it (only the envelope was looked at), `repeat` = the same body was checked before.
 */
export type HeldBy = 'swagger' | 'body' | 'error' | 'none' | 'repeat';

export interface Held {
  readonly by: HeldBy;
  readonly problems: readonly string[];
}

export interface Conformance {
  check(answered: Answered): Promise<Held>;
}

interface Asked extends ArmPath {
  readonly version: string;
  readonly path: string;
}

function toAsked(url: string): Asked {
  const { pathname, searchParams } = new URL(url, 'https://management.azure.com');
  const path = decodeURIComponent(pathname);
  return { ...toArmPath(path), path, version: searchParams.get('api-version') ?? '' };
}

/** Namespace of what was asked; subscriptions and groups belong to Microsoft.Resources. */
const namespaceOf = ({ type }: ArmPath): string => (type.split('/')[0] ?? '').toLowerCase() || 'microsoft.resources';

/** `namespace@version` pairs that these addresses ask for. */
export const pairsIn = (urls: Iterable<string>): Set<string> =>
  new Set([...urls].map(toAsked).map((asked) => `${namespaceOf(asked)}@${asked.version}`));

/** Answers of Azure Resource Manager; tokens, Graph and Teams are other services with other descriptions. */
export const isArm = (url: string): boolean =>
  /^\/(subscriptions|providers|tenants)(\/|\?|$)/i.test(new URL(url, 'https://management.azure.com').pathname);

/** A list that Azure gives by POST (`.../list`) answers with the one thing above it. */
const envelopeOf = ({ key, isList }: Asked, body: unknown): string[] =>
  envelopeProblems(key.replace(/\/list$/, ''), isList && !key.endsWith('/list'), body);

/**
 * Holds answers against Microsoft's descriptions in `specs`: swagger where the version has it, else the types of resource bodies, and
 * always the envelope. A property that is not described is a problem; casing of words is not.
 * @param urls the addresses that will be checked: only their namespaces are loaded (0.2 s each).
 */
export async function createConformance(specs: string, urls: Iterable<string>): Promise<Conformance> {
  const swagger = await openSwagger(specs, pairsIn(urls));
  const bodies = new BodyTypes(specs);
  const seen = new Set<string>();
  return {
    check: async (answered) => {
      const asked = toAsked(answered.url);
      if (!fresh(seen, asked, answered)) return { by: 'repeat', problems: [] };
      if (answered.status >= 400) return { by: 'error', problems: errorProblems(answered.body) };
      const envelope =
        asked.type.toLowerCase() === 'microsoft.resourcegraph/resources' ? [] : envelopeOf(asked, answered.body);
      const operation = await bySwagger(swagger, answered);
      const body = byBody(bodies, asked, answered.body);
      return {
        by: operation?.by ?? body.by,
        problems: [...envelope, ...(operation?.problems ?? []), ...body.problems],
      };
    },
  };
}

function fresh(seen: Set<string>, asked: Asked, { method, status, body }: Answered): boolean {
  const text = createHash('sha1').update(JSON.stringify(body)).digest('base64');
  const key = `${method} ${asked.type} ${asked.version} ${asked.isList} ${status} ${text}`;
  return seen.has(key) ? false : Boolean(seen.add(key));
}

interface Issue {
  readonly code: string;
  readonly message: string;
  readonly jsonPathsInPayload: readonly string[];
}

/** Casing is free, and the last page of a list need not say that it is the last, whatever the description asks. */
const isAllowed = ({ code, jsonPathsInPayload }: Issue): boolean =>
  code === 'ENUM_CASE_MISMATCH' ||
  (code === 'OBJECT_MISSING_REQUIRED_PROPERTY' && jsonPathsInPayload[0] === '$.nextLink');

/** Undefined when no description knows the operation. */
async function bySwagger(
  swagger: LiveValidator | undefined,
  { method, url, status, headers, body }: Answered,
): Promise<Held | undefined> {
  if (!swagger) return undefined;
  const { pathname, search } = new URL(url, 'https://management.azure.com');
  const answer = {
    statusCode: String(status),
    headers: { 'content-type': 'application/json', ...headers },
    body: withoutNulls(body) as Record<string, unknown>,
  };
  const held = await swagger.validateLiveResponse(answer, {
    url: `https://management.azure.com${decodeURIComponent(pathname)}${search}`,
    method,
  });
  if (held.runtimeException) {
    if (/OPERATION_NOT_FOUND|MULTIPLE_OPERATIONS/.test(held.runtimeException.code)) return undefined;
    return { by: 'swagger', problems: [held.runtimeException.message] };
  }
  const issues = (held.errors as readonly Issue[]).filter((issue) => !isAllowed(issue));
  return {
    by: 'swagger',
    problems: issues.map(
      ({ code, message, jsonPathsInPayload }) => `${jsonPathsInPayload[0] ?? '$'}: ${code} ${message}`,
    ),
  };
}

function byBody(bodies: BodyTypes, { type, version, isList }: Asked, body: unknown): Held {
  if (!bodies.knows(type, version)) return { by: 'none', problems: [] };
  const clean = withoutNulls(body);
  const resources = isList ? ((clean as { value?: unknown[] }).value ?? []) : [clean];
  return {
    by: 'body',
    problems: resources.flatMap((resource, at) =>
      bodies.problems(type, version, resource).map((text) => `[${at}] ${text}`),
    ),
  };
}
