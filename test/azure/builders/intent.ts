import type { ArmBody } from '../tenant';

/** A switch whose safe state is `off`: local auth, shared keys, an admin user. `absent` = Azure left the property out. */
export type Switch = 'off' | 'on' | 'absent';

export type FirewallChoice = 'disabled' | 'denied' | 'open' | 'absent';
export type AccountNetwork =
  FirewallChoice | 'deniedBroad' | 'deniedBroadUnion' | 'perimeterEnforced' | 'perimeterLearning';
export type Logs = 'allLogs' | 'bothCategories' | 'split' | 'auditOnly' | 'metricsOnly' | 'noDestination' | 'none';

export type GuardrailChoice =
  | 'strict'
  | 'asyncStrict'
  | 'defaultV2'
  | 'defaultV1'
  | 'hateHigh'
  | 'sexualOff'
  | 'violenceAnnotate'
  | 'selfharmPromptHigh'
  | 'jailbreakAnnotate'
  | 'jailbreakContradiction'
  | 'indirectUnstated'
  | 'noShields';

/** What the builder of a body meant by it. Ground truth reads this and never the body; the product reads the body and never this. */
export type Intent =
  | { readonly kind: 'subscription'; readonly state: string }
  | { readonly kind: 'defenderForAiPlan'; readonly plan: 'Standard' | 'Free' }
  | {
      readonly kind: 'aiAccount';
      readonly localAuth: Switch;
      readonly network: AccountNetwork;
      readonly projects: boolean;
      readonly logs: Logs;
      readonly uses: readonly string[];
    }
  | { readonly kind: 'guardrail'; readonly choice: GuardrailChoice }
  | {
      readonly kind: 'deployment';
      readonly accountId: string;
      readonly guardrail: string;
      readonly takesFilter: boolean;
    }
  | {
      readonly kind: 'connection';
      readonly owner: 'account' | 'project' | 'workspace';
      readonly auth: 'identity' | 'key';
      readonly uses: readonly string[];
    }
  | {
      readonly kind: 'mlWorkspace';
      readonly workspaceKind: string;
      readonly network: 'disabled' | 'open' | 'absent';
      readonly datastores: 'Identity' | 'UserDelegationSAS' | 'AccessKey' | 'absent';
      readonly uses: readonly string[];
    }
  | { readonly kind: 'compute'; readonly computeType: string; readonly ssh: Switch | 'notSpecified' }
  | { readonly kind: 'datastore'; readonly auth: 'identity' | 'key'; readonly uses: readonly string[] }
  | {
      readonly kind: 'onlineEndpoint';
      readonly auth: 'AADToken' | 'AMLToken' | 'Key';
      readonly network: 'disabled' | 'open' | 'absent';
    }
  | { readonly kind: 'serverlessEndpoint'; readonly auth: 'AAD' | 'Key' | 'KeyAndAAD' }
  | { readonly kind: 'searchService'; readonly localAuth: Switch; readonly network: 'disabled' | 'open' | 'absent' }
  | {
      readonly kind: 'storageAccount';
      readonly sharedKey: Switch;
      readonly publicBlob: Switch;
      readonly network: FirewallChoice;
    }
  | {
      readonly kind: 'databricksWorkspace';
      readonly network: 'disabled' | 'open' | 'absent';
      readonly publicIp: boolean;
    }
  | { readonly kind: 'apimService'; readonly identity: boolean }
  | {
      readonly kind: 'apimApi';
      readonly apiType: 'http' | 'mcp';
      readonly auth: 'identity' | 'key';
      readonly tokenLimit: boolean;
      readonly subscriptionRequired: boolean;
    }
  | { readonly kind: 'apimNamedValue'; readonly inVault: boolean }
  | { readonly kind: 'keyVault'; readonly network: FirewallChoice }
  | { readonly kind: 'containerRegistry'; readonly adminUser: Switch };

const intents = new WeakMap<ArmBody, Intent>();

/** Remembers beside `body`, not in it, what it was built to be. */
export function intend(body: ArmBody, intent: Intent): ArmBody {
  intents.set(body, intent);
  return body;
}

/** What `body` was built to be; undefined for bodies that no covered rule judges. A copy of a body has no intent. */
export const intentOf = (body: ArmBody): Intent | undefined => intents.get(body);
