import { readFileSync } from 'node:fs';
import { Cron } from 'croner';
import { distance } from 'fastest-levenshtein';
import { clouds, type Cloud } from './clouds';
import { defaultPolicy, type Policy } from './model/policy';
import { isLoopback } from './model/loopback';
import { settingOf } from './model/route';
import { toScope } from './model/scope';
import { parsePolicy } from './policyFile';
import rules from './rules';
import { readWebhooks } from './webhookSettings';

/** Settings of the contract, read once and checked. */
export interface Settings {
  readonly scopes: readonly string[];
  readonly schedule: string;
  readonly cloudName: string;
  readonly cloud: Cloud;
  /** Connection string or table endpoint URL; '' = the embedded store. */
  readonly storage: string;
  /** URLs of the channels by route name: credentials, never logged. `teams` hears of everything; none = no cards. */
  readonly webhooks: Readonly<Record<string, string>>;
  /** The app's own API, for links on cards; '' where its host is not known. */
  readonly apiUrl: string;
  readonly policy: Policy;
}

/** Every problem of the settings at once, each with what, where and how to mend it. Exit code 3. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

export const settingNames = [
  'AISPM_SCOPES',
  'AISPM_SCHEDULE',
  'AISPM_CLOUD',
  'AISPM_ARM_ENDPOINT',
  'AISPM_GRAPH_ENDPOINT',
  'AISPM_AUTHORITY_HOST',
  'AISPM_STORAGE',
  'AISPM_TEAMS_WEBHOOK_URL',
  'AISPM_CONFIG',
] as const;

type Env = Readonly<Record<string, string | undefined>>;
type Complain = (problem: string) => void;

const nearest = (name: string, names: readonly string[]): string =>
  names.reduce((best, candidate) => (distance(name, candidate) < distance(name, best) ? candidate : best));

const defaultSchedule = '0 0 6 * * *';

/** The schedule alone: triggers are registered before the settings are checked, so that a wrong setting is told and hides no function. */
export const scheduleIn = (env: Env): string => (env['AISPM_SCHEDULE'] ?? '').trim() || defaultSchedule;

function refuseUnknownNames(env: Env, routes: readonly string[], complain: Complain): void {
  const known: readonly string[] = [...settingNames, ...routes.map(settingOf)];
  for (const name of Object.keys(env))
    if (name.startsWith('AISPM_') && !known.includes(name))
      complain(`${name}: unknown name. Did you mean ${nearest(name, known)}?`);
}

function readScopes(text: string, complain: Complain): readonly string[] {
  const given = text
    .split(',')
    .map((scope) => scope.trim())
    .filter(Boolean);
  return given.flatMap((scope) => {
    const path = toScope(scope);
    if (path === undefined)
      complain(
        `AISPM_SCOPES: '${scope}' is neither a subscription id nor a management group id. Give a comma-separated list, or leave it empty.`,
      );
    return path ?? [];
  });
}

function readSchedule(text: string, complain: Complain): string {
  const schedule = text || defaultSchedule;
  try {
    if (schedule.trim().split(/\s+/).length !== 6) throw new Error('six fields wanted');
    new Cron(schedule, { paused: true }).stop();
  } catch {
    complain(
      `AISPM_SCHEDULE: '${schedule}' is no NCRONTAB expression. Six fields, seconds first: '${defaultSchedule}' is every day at 06:00 UTC.`,
    );
  }
  return schedule;
}

const isSecure = (url: URL): boolean => url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));

/** An absolute URL; plain http is for loopback hosts only. */
function checkUrl(name: string, text: string, complain: Complain): string {
  if (!URL.canParse(text)) {
    complain(`${name}: '${text}' is no URL. Give one such as https://management.azure.com.`);
    return text;
  }
  if (!isSecure(new URL(text)))
    complain(`${name}: '${text}' is not https. Plain http is accepted for loopback hosts only.`);
  return text.replace(/\/+$/, '');
}

const set = (env: Env, name: string): string => (env[name] ?? '').trim();

const customNames = {
  arm: 'AISPM_ARM_ENDPOINT',
  graph: 'AISPM_GRAPH_ENDPOINT',
  authority: 'AISPM_AUTHORITY_HOST',
} as const;

function readCloud(env: Env, complain: Complain): { cloudName: string; cloud: Cloud } {
  const cloudName = set(env, 'AISPM_CLOUD').toLowerCase() || 'public';
  const known = Object.hasOwn(clouds, cloudName) ? clouds[cloudName] : undefined;
  if (known) {
    for (const name of Object.values(customNames))
      if ((env[name] ?? '').trim())
        complain(`${name}: used only with AISPM_CLOUD=custom. Remove it, or set AISPM_CLOUD=custom.`);
    return { cloudName, cloud: known };
  }
  if (cloudName !== 'custom') {
    complain(`AISPM_CLOUD: '${cloudName}' is not known. Use public, usgov, china or custom.`);
    return { cloudName, cloud: clouds['public'] as Cloud };
  }
  const endpoint = (name: string): string => {
    const text = set(env, name);
    if (!text) complain(`${name}: needed with AISPM_CLOUD=custom. Give its URL.`);
    return text ? checkUrl(name, text, complain) : '';
  };
  const [arm, graph, authority] = [
    endpoint(customNames.arm),
    endpoint(customNames.graph),
    endpoint(customNames.authority),
  ];
  return {
    cloudName,
    cloud: { arm, graph, authority, armAudience: arm, graphAudience: graph, portal: 'https://portal.azure.com' },
  };
}

/** The value may hold a key or a token: its problems are told without it. */
function readStorage(text: string, complain: Complain): string {
  if (!text || /(^|;)\s*(AccountName|UseDevelopmentStorage|TableEndpoint)=/i.test(text)) return text;
  if (URL.canParse(text) && isSecure(new URL(text))) return text.replace(/\/+$/, '');
  complain(
    'AISPM_STORAGE: neither a connection string nor a table endpoint URL such as https://ACCOUNT.table.core.windows.net; plain http is accepted for loopback hosts only (value not shown).',
  );
  return text;
}

function readPolicy(text: string, complain: Complain): Policy {
  if (!text) return defaultPolicy;
  const inline = text.startsWith('{');
  let json = text;
  try {
    if (!inline) json = readFileSync(text, 'utf8');
  } catch {
    complain(`AISPM_CONFIG: cannot read '${text}'. Give the path of a JSON file, or the JSON itself.`);
    return defaultPolicy;
  }
  const { policy, problems } = parsePolicy(
    json,
    rules.map(({ id }) => id),
  );
  for (const problem of problems) complain(`AISPM_CONFIG${inline ? '' : ` (${text})`}: ${problem}`);
  return policy;
}

/** The local host of `aispm serve` answers on loopback by plain http; Azure always by https. */
const apiUrlOf = (hostname: string): string =>
  `${/^(127\.0\.0\.1|localhost)(:|$)/.test(hostname) ? 'http' : 'https'}://${hostname}/api`;

/**
 * Reads the settings of the contract from `env`. Unknown `AISPM_` names are refused with the nearest right one.
 * @throws ConfigError with every problem at once.
 */
export function readSettings(env: Env): Settings {
  const problems: string[] = [];
  const complain: Complain = (problem) => problems.push(problem);
  const text = (name: (typeof settingNames)[number]): string => (env[name] ?? '').trim();
  const policy = readPolicy(text('AISPM_CONFIG'), complain);
  const routes = policy.routes.map(({ name }) => name);
  refuseUnknownNames(env, routes, complain);
  const { cloudName, cloud } = readCloud(env, complain);
  const hostname = (env['WEBSITE_HOSTNAME'] ?? '').trim();
  const settings: Settings = {
    scopes: readScopes(text('AISPM_SCOPES'), complain),
    schedule: readSchedule(text('AISPM_SCHEDULE'), complain),
    cloudName,
    cloud,
    storage: readStorage(text('AISPM_STORAGE'), complain),
    webhooks: readWebhooks((name) => set(env, name), routes, cloudName === 'custom', complain),
    apiUrl: hostname ? apiUrlOf(hostname) : '',
    policy,
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return settings;
}

/** The settings of this process. @throws ConfigError */
export const settings = (): Settings => readSettings(process.env);
