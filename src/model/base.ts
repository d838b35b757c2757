/**
 * A secret that stands where every reader of the resource sees it: where, of which kind, how sure. Never the value, a part of it, its
 * length or a digest.
 */
export interface ExposedSecret {
  /** JSON path with names in the place of indexes: `template.containers[api].env[OPENAI_KEY]`. */
  readonly place: string;
  readonly secretKind: string;
  /** checksum: proven. anchored: fixed letters of its maker. shape: its form alone. named: a form that a name beside it makes a secret. */
  readonly confidence: 'checksum' | 'anchored' | 'shape' | 'named';
  /** YYYY-MM, where the secret itself tells it. */
  readonly bornMonth?: string;
  /** What secrets of this kind open. */
  readonly opens?: 'ai' | 'search' | 'storage' | 'cosmos' | 'registry' | 'messaging' | 'gateway' | 'app' | 'directory';
  /** Host of what it opens, in lower case, as the secret itself or a value beside it names it: `hostsOf` finds the resource. */
  readonly opensHost?: string;
}

/**
 * One thing that Azure holds, as a rule, a path or a report reads it: lower-cased id, defaults settled, secrets dropped.
 * `parentId` is the resource one level up (account of a deployment, workspace of a compute); absent on top-level resources.
 */
export interface Base<K extends string> {
  readonly kind: K;
  readonly id: string;
  readonly name: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly parentId?: string;
  /** `systemData` of the ARM body, where Azure gives it: who wrote the resource last, and when (ISO 8601). */
  readonly changedBy?: string;
  readonly changedAt?: string;
  readonly exposedSecrets?: readonly ExposedSecret[];
}

/** `identity.type` split at the comma; principal ids of the system and the user-assigned identities. */
export interface Identity {
  readonly types: readonly ('SystemAssigned' | 'UserAssigned')[];
  readonly principalId?: string;
  readonly userAssignedIds: readonly string[];
  readonly userAssignedPrincipalIds: readonly string[];
}

/** A private endpoint connection as its target shows it. `status` is Azure's word: Approved, Pending, Rejected, Disconnected. */
export interface PrivateEndpointConnection {
  readonly privateEndpointId: string;
  readonly status: string;
}

/**
 * Network firewall of a resource. `publicNetworkAccess` is never absent: an absent property was read as Azure's documented
 * default. `perimeterMode` is the network security perimeter association (`none` when there is none, `unread` when it was not asked).
 */
export interface Network {
  readonly publicNetworkAccess: 'Enabled' | 'Disabled' | 'SecuredByPerimeter' | 'Unrecognised';
  readonly defaultAction: 'Allow' | 'Deny' | 'Unrecognised';
  readonly bypass: readonly string[];
  readonly ipRules: readonly string[];
  readonly virtualNetworkRules: readonly string[];
  readonly privateEndpointConnections: readonly PrivateEndpointConnection[];
}
