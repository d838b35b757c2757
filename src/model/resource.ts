import type { AgentKinds } from './agents';
import type { AiKinds } from './ai';
import type { ConsentKinds } from './consent';
import type { AuthorizationKinds } from './authorization';
import type { MlKinds } from './ml';
import type { SurroundingKinds } from './surroundings';
import type { FoundryKinds } from './foundry';
import type { GovernanceKinds } from './governance';
import type { PlatformKinds } from './platforms';
import type { SafeguardKinds } from './safeguards';
import type { UsageKinds } from './usage';
import type { WorkloadKinds } from './workloads';
import type { TrainingDataKinds } from './trainingData';

export type { Base, Identity, Network, PrivateEndpointConnection } from './base';

/** Every kind and its shape. A rule's `subject` and `needs` are keys of this map. */
export interface KindMap
  extends
    AiKinds,
    AgentKinds,
    ConsentKinds,
    MlKinds,
    SurroundingKinds,
    GovernanceKinds,
    AuthorizationKinds,
    PlatformKinds,
    SafeguardKinds,
    FoundryKinds,
    UsageKinds,
    WorkloadKinds,
    TrainingDataKinds {}

export type Kind = keyof KindMap;
export type Resource = KindMap[Kind];

/** Kinds that are inventoried and judged only when an AI resource uses them (see `model/edges.ts`). */
export const surroundingKinds = [
  'storageAccount',
  'blobService',
  'blobContainer',
  'lifecyclePolicy',
  'storageLocalUser',
  'keyVault',
  'containerRegistry',
  'cosmosAccount',
  'appInsights',
  'logWorkspace',
  'virtualNetwork',
  'vaultKey',
  'vaultSecret',
  'managedIdentity',
  'federatedCredential',
] as const satisfies readonly Kind[];
