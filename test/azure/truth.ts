import type { Estate } from './tenant';
import type { GuardrailChoice, Intent, Switch } from './builders/intent';
import { intentOf } from './builders/intent';

export type TrueVerdict = 'pass' | 'fail' | 'notApplicable';

/** Lower-cased resource id → rule id → the verdict that must come out. */
export type Truth = ReadonlyMap<string, Readonly<Record<string, TrueVerdict>>>;

type Verdicts = Record<string, TrueVerdict>;
type Of<K extends Intent['kind']> = Extract<Intent, { kind: K }>;

const verdict = (good: boolean): TrueVerdict => (good ? 'pass' : 'fail');
const when = (applies: boolean, good: boolean): TrueVerdict => (applies ? verdict(good) : 'notApplicable');

type Filter = 'hate' | 'sexual' | 'violence' | 'selfharm' | 'jailbreak' | 'indirect';

/** What each guardrail lets through, told by hand: the filters on which a deployment under it fails. */
const failing: Readonly<Record<GuardrailChoice, readonly Filter[]>> = {
  strict: [],
  asyncStrict: [],
  defaultV2: ['indirect'],
  defaultV1: ['jailbreak', 'indirect'],
  hateHigh: ['hate'],
  sexualOff: ['sexual'],
  violenceAnnotate: ['violence'],
  selfharmPromptHigh: ['selfharm'],
  jailbreakAnnotate: ['jailbreak'],
  jailbreakContradiction: ['jailbreak'],
  indirectUnstated: ['indirect'],
  noShields: ['jailbreak', 'indirect'],
};

const filterRules: Readonly<Record<Filter, string>> = {
  hate: 'deployment-filter-hate',
  sexual: 'deployment-filter-sexual',
  violence: 'deployment-filter-violence',
  selfharm: 'deployment-filter-selfharm',
  jailbreak: 'deployment-prompt-shield-jailbreak',
  indirect: 'deployment-prompt-shield-indirect',
};

const fullLogs = ['allLogs', 'bothCategories', 'split'];
const restricted = ['disabled', 'denied', 'perimeterEnforced'];
const broad = ['deniedBroad', 'deniedBroadUnion'];
/** Only an explicit off is safe where Azure's default is on. */
const offOnly = (choice: Switch): TrueVerdict => verdict(choice === 'off');

function accountTruth(account: Of<'aiAccount'>): Verdicts {
  return {
    'aiservices-local-auth-disabled': offOnly(account.localAuth),
    'aiservices-network-access-restricted': verdict(restricted.includes(account.network)),
    'aiservices-broad-ip-rule': verdict(!broad.includes(account.network)),
    'aiservices-diagnostic-logs-enabled': verdict(fullLogs.includes(account.logs)),
    'foundry-default-project-local-auth': when(account.projects, account.localAuth === 'off'),
  };
}

function deploymentTruth(deployment: Of<'deployment'>, guardrails: ReadonlyMap<string, GuardrailChoice>): Verdicts {
  const attached = deployment.guardrail !== '' && deployment.guardrail !== 'Microsoft.Nil';
  const choice = guardrails.get(`${deployment.accountId}/raipolicies/${deployment.guardrail.toLowerCase()}`);
  const applies = deployment.takesFilter && attached;
  const verdicts: Verdicts = { 'deployment-content-filter-attached': when(deployment.takesFilter, attached) };
  for (const filter of Object.keys(filterRules) as Filter[])
    verdicts[filterRules[filter]] = when(applies, choice !== undefined && !failing[choice].includes(filter));
  return verdicts;
}

function connectionTruth({ owner, auth }: Of<'connection'>): Verdicts {
  const ofWorkspace = owner === 'workspace';
  return {
    'foundry-connection-key-auth': when(!ofWorkspace, auth === 'identity'),
    'mlw-connection-key-auth': when(ofWorkspace, auth === 'identity'),
  };
}

function workspaceTruth({ workspaceKind, network, datastores }: Of<'mlWorkspace'>): Verdicts {
  const own = workspaceKind !== 'Project';
  return {
    'mlw-public-network-disabled': when(own, network === 'disabled'),
    'mlw-system-datastores-identity': when(own, datastores === 'Identity' || datastores === 'UserDelegationSAS'),
  };
}

function computeTruth({ computeType, ssh }: Of<'compute'>): Verdicts {
  return {
    'mlcompute-ci-ssh-public': when(computeType === 'ComputeInstance', ssh !== 'on'),
    'mlcompute-ssh-port-closed': when(computeType === 'AmlCompute', ssh === 'off'),
  };
}

/** Verdicts on resources that are judged wherever they stand. */
function ownTruth(intent: Intent): Verdicts | undefined {
  switch (intent.kind) {
    case 'aiAccount':
      return accountTruth(intent);
    case 'connection':
      return connectionTruth(intent);
    case 'mlWorkspace':
      return workspaceTruth(intent);
    case 'compute':
      return computeTruth(intent);
    case 'datastore':
      return { 'mldatastore-identity-based': verdict(intent.auth === 'identity') };
    case 'onlineEndpoint':
      return {
        'mlendpoint-online-no-key-auth': verdict(intent.auth === 'AADToken'),
        'mlendpoint-online-public': verdict(intent.network === 'disabled'),
      };
    default:
      return serviceTruth(intent);
  }
}

function serviceTruth(intent: Intent): Verdicts | undefined {
  if (intent.kind === 'serverlessEndpoint')
    return { 'mlendpoint-serverless-no-key-auth': verdict(intent.auth === 'AAD') };
  if (intent.kind === 'searchService')
    return {
      'search-local-auth-disabled': offOnly(intent.localAuth),
      'search-public-network-disabled': verdict(intent.network === 'disabled'),
    };
  return platformTruth(intent);
}

/** Every gateway of a builder stands before a model. */
function platformTruth(intent: Intent): Verdicts | undefined {
  switch (intent.kind) {
    case 'databricksWorkspace':
      return {
        'databricks-public-network-disabled': verdict(intent.network === 'disabled'),
        'databricks-no-public-ip': verdict(!intent.publicIp),
      };
    case 'apimService':
      return { 'apim-managed-identity': verdict(intent.identity) };
    case 'apimNamedValue':
      return { 'apim-secrets-in-keyvault': verdict(intent.inVault) };
    case 'apimApi':
      return apiTruth(intent);
    default:
      return undefined;
  }
}

function apiTruth({ apiType, auth, tokenLimit, subscriptionRequired }: Of<'apimApi'>): Verdicts {
  return {
    'apim-ai-gateway-token-limit': when(apiType === 'http', tokenLimit),
    'apim-ai-gateway-managed-identity-auth': when(apiType === 'http', auth === 'identity'),
    'apim-mcp-server-unauthenticated': when(apiType === 'mcp', subscriptionRequired),
  };
}

/** Verdicts on resources that are judged only when an AI resource uses them. */
function dependencyTruth(intent: Intent): Verdicts | undefined {
  switch (intent.kind) {
    case 'storageAccount':
      return {
        'storage-shared-key-disabled': offOnly(intent.sharedKey),
        'storage-public-blob-disallowed': offOnly(intent.publicBlob),
        'storage-network-default-deny': verdict(restricted.includes(intent.network)),
      };
    case 'keyVault':
      return { 'kv-firewall-or-private': verdict(restricted.includes(intent.network)) };
    case 'containerRegistry':
      return { 'acr-admin-user-disabled': verdict(intent.adminUser !== 'on') };
    default:
      return undefined;
  }
}

const subscriptionOf = (id: string): string => id.toLowerCase().split('/')[2] ?? '';

interface Meant {
  readonly id: string;
  readonly intent: Intent;
}

function meantBy(estate: Estate, unseen: ReadonlySet<string>): Meant[] {
  return [...estate.subscriptions, ...estate.arm].flatMap((body) => {
    const intent = intentOf(body);
    return intent && !unseen.has(subscriptionOf(body.id)) ? [{ id: body.id.toLowerCase(), intent }] : [];
  });
}

const guardrailsOf = (meant: readonly Meant[]): Map<string, GuardrailChoice> =>
  new Map(meant.flatMap(({ id, intent }) => (intent.kind === 'guardrail' ? [[id, intent.choice] as const] : [])));

const usedBy = (meant: readonly Meant[]): Set<string> =>
  new Set(meant.flatMap(({ intent }) => ('uses' in intent ? intent.uses.map((id) => id.toLowerCase()) : [])));

/** Subscriptions whose AI plan is on; a plan that is not there is off. */
const plannedIn = (meant: readonly Meant[]): Set<string> =>
  new Set(
    meant.flatMap(({ id, intent }) =>
      intent.kind === 'defenderForAiPlan' && intent.plan === 'Standard' ? [subscriptionOf(id)] : [],
    ),
  );

/**
 * The verdicts that an audit of this estate must give, from what the builders meant and by nothing of the product. A dependency that no
 * AI resource uses, and all of a subscription that is disabled or `unseen` (denied to the auditor), has no entry: nothing is promised of
 * it, save that a dependency without entry must not be judged.
 */
export function truthOf(estate: Estate, unseen: Iterable<string> = []): Truth {
  const disabled = estate.subscriptions
    .filter((body) => body['state'] === 'Disabled')
    .map((body) => subscriptionOf(body.id));
  const meant = meantBy(estate, new Set([...unseen, ...disabled].map((id) => id.toLowerCase())));
  const guardrails = guardrailsOf(meant);
  const used = usedBy(meant);
  const planned = plannedIn(meant);
  const truth = new Map<string, Verdicts>();
  for (const { id, intent } of meant) {
    const verdicts = judged(id, intent, guardrails, used);
    if (intent.kind === 'subscription')
      truth.set(id, { 'subscription-defender-for-ai-plan': verdict(planned.has(subscriptionOf(id))) });
    else if (verdicts) truth.set(id, verdicts);
  }
  return truth;
}

function judged(
  id: string,
  intent: Intent,
  guardrails: ReadonlyMap<string, GuardrailChoice>,
  used: ReadonlySet<string>,
): Verdicts | undefined {
  if (intent.kind === 'deployment') return deploymentTruth(intent, guardrails);
  return ownTruth(intent) ?? (used.has(id) ? dependencyTruth(intent) : undefined);
}
