import { toArmPath } from './armPath';

type Json = Record<string, unknown>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists and resources that Azure answers without one of the three names of a resource. */
const bare: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/subscriptions(\/[^/]+)?$/, ['id']],
  [/^\/tenants$/, ['id']],
  [/\/providers\/microsoft\.authorization\/permissions$/, []],
  [/\/eventtypes\/management\/values$/, ['id']],
  [/\/providers\/microsoft\.insights\/metrics$/, ['id', 'type']],
  [/\/(usages|skus|models|locations)$/, []],
  [/\/locations\/[^/]+\/models\/[^/]+$/, []],
  [/^\/subscriptions\/[^/]+\/resourcegroups(\/[^/]+)?$/, ['id', 'name']],
];

const namesFor = (path: string): readonly string[] =>
  bare.find(([pattern]) => pattern.test(path))?.[1] ?? ['id', 'name', 'type'];

/** Closed lists of the words that rules read, lower-case. The descriptions leave most of them open; a simulator must not invent one. */
const words: Readonly<Record<string, readonly string[]>> = {
  publicNetworkAccess: ['enabled', 'disabled', 'securedbyperimeter'],
  defaultAction: ['allow', 'deny'],
  systemDatastoresAuthMode: ['accesskey', 'identity', 'userdelegationsas'],
  isolationMode: ['disabled', 'allowinternetoutbound', 'allowonlyapprovedoutbound'],
  sshPublicAccess: ['enabled', 'disabled'],
  remoteLoginPortPublicAccess: ['enabled', 'disabled', 'notspecified'],
  authMode: ['key', 'amltoken', 'aadtoken', 'aad', 'keyandaad'],
  credentialsType: [
    'none',
    'accountkey',
    'sas',
    'serviceprincipal',
    'certificate',
    'kerberoskeytab',
    'kerberospassword',
  ],
  severityThreshold: ['low', 'medium', 'high'],
  action: ['none', 'blocking', 'annotating', 'hitl', 'retry'],
  pricingTier: ['free', 'standard'],
  accessMode: ['learning', 'enforced', 'audit'],
  minimumTlsVersion: ['tls1_0', 'tls1_1', 'tls1_2', 'tls1_3'],
  publicAccess: ['none', 'blob', 'container'],
  principalType: ['user', 'group', 'serviceprincipal', 'foreigngroup', 'device', 'agentuser', 'agentserviceprincipal'],
  contentSafetyStatus: ['enabled', 'disabled'],
  versionUpgradeOption: ['oncenewdefaultversionavailable', 'oncecurrentversionexpired', 'noautoupgrade'],
};

/** Values under these are the tenant's own words, not Azure's. */
const free = new Set([
  'tags',
  'metadata',
  'parameters',
  'extendedProperties',
  'environmentVariables',
  'additionalData',
  'supportingEvidence',
  'entities',
]);

function inventedWords(value: unknown, at: string): string[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => inventedWords(entry, `${at}[${index}]`));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (free.has(key)) return [];
    const known = words[key];
    return typeof inner === 'string' && known && !known.includes(inner.toLowerCase())
      ? [`${at}.${key}: "${inner}" is no word of Azure's`]
      : inventedWords(inner, `${at}.${key}`);
  });
}

const oddTypes = /\/providers\/microsoft\.security\/alerts|\/microsoft\.web\/sites\/|\/resources$|managementgroups\/.+/;

function wrongType(body: Json, path: string): string[] {
  const { type } = toArmPath(path);
  const said = body['type'];
  if (typeof said !== 'string' || type === '' || oddTypes.test(path)) return [];
  return said.toLowerCase() === type.toLowerCase() ? [] : [`type: "${said}" where ${type} was asked`];
}

function resourceProblems(body: unknown, path: string, at: string): string[] {
  if (!isRecord(body)) return [`${at}: not an object`];
  const missing = namesFor(path).filter((name) => typeof body[name] !== 'string' || body[name] === '');
  const bent = ['properties', 'identity', 'sku', 'tags', 'systemData'].filter(
    (name) => body[name] !== undefined && body[name] !== null && !isRecord(body[name]),
  );
  return [
    ...bent.map((name) => `${at}.${name}: not an object`),
    ...missing.map((name) => `${at}: no ${name}`),
    ...wrongType(body, path).map((text) => `${at}.${text}`),
    ...inventedWords(body, at),
  ];
}

/** `nextLink` is absent, null or a URL. */
function linkProblems(body: Json): string[] {
  const link = body['nextLink'];
  return link === undefined || link === null || (typeof link === 'string' && /^https?:\/\//.test(link))
    ? []
    : ['nextLink: neither null nor a URL'];
}

/**
 * What the descriptions do not say of a successful answer: a list has `value`, a resource has `id`, `name` and `type` of what was asked,
 * and the words that rules read are words of Azure's.
 * @param path lower-cased path of the request.
 */
export function envelopeProblems(path: string, isList: boolean, body: unknown): string[] {
  if (!isRecord(body)) return ['the answer is no object'];
  if (!isList) return resourceProblems(body, path, '$');
  const value = body['value'];
  if (!Array.isArray(value)) return ['a list without value'];
  return [...linkProblems(body), ...value.flatMap((entry, at) => resourceProblems(entry, path, `$.value[${at}]`))];
}

/** An answer that is no success is `{ error: { code, message } }`. */
export function errorProblems(body: unknown): string[] {
  const error = isRecord(body) ? body['error'] : undefined;
  const said = isRecord(error) && typeof error['code'] === 'string' && typeof error['message'] === 'string';
  return said ? [] : ['an error without error.code and error.message'];
}

/** The value without nulls: Azure writes null where it means absent, and the descriptions do not know that. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === null ? [] : [[key, withoutNulls(inner)]])),
  );
}
