import { accountNetwork } from './accountNetwork';
import { accounts } from './accounts';
import { accountsOptional } from './accountsOptional';
import { access } from './access';
import { apps } from './apps';
import { agents } from './agents';
import { blobWriters } from './blobWriters';
import { bots } from './bots';
import { catalogueModels } from './catalogueModels';
import { consentedApps } from './consentedApps';
import { connections } from './connections';
import { databricks } from './databricks';
import { deployments } from './deployments';
import { foundry } from './foundry';
import { foundryOptional } from './foundryOptional';
import { foundryPreview } from './foundryPreview';
import { gatewayOptional } from './gatewayOptional';
import { gateways } from './gateways';
import { governance } from './governance';
import { guardrails } from './guardrails';
import { identities } from './identities';
import { mlAssets } from './mlAssets';
import { mlComputeOptional } from './mlComputeOptional';
import { mlEndpoints } from './mlEndpoints';
import { mlOptional } from './mlOptional';
import { mlResources } from './mlResources';
import { mlWorkspaces } from './mlWorkspaces';
import { search } from './search';
import { searchOptional } from './searchOptional';
import { searchPlane } from './searchPlane';
import { storageAccounts } from './storageAccounts';
import { storageOptional } from './storageOptional';
import { stores } from './stores';
import { storesOptional } from './storesOptional';
import { subscriptions } from './subscriptions';
import { usages } from './usage';
import { trainingData } from './trainingData';
import { clusters, deploymentHistory, machines, scaleSets, storageTags, workloads } from './workloads';
import type { Entry } from './table';

/** Every labelled body. Labels come from the catalogue and the decisions on it, never from a run of the product. */
export const corpus: readonly Entry[] = [
  ...accountNetwork,
  ...accounts,
  ...accountsOptional,
  ...access,
  ...apps,
  ...agents,
  ...blobWriters,
  ...bots,
  ...catalogueModels,
  ...consentedApps,
  ...connections,
  ...databricks,
  ...deployments,
  ...foundry,
  ...foundryOptional,
  ...foundryPreview,
  ...gatewayOptional,
  ...gateways,
  ...governance,
  ...guardrails,
  ...identities,
  ...mlAssets,
  ...mlComputeOptional,
  ...mlEndpoints,
  ...mlOptional,
  ...mlResources,
  ...mlWorkspaces,
  ...search,
  ...searchOptional,
  ...searchPlane,
  ...storageAccounts,
  ...storageOptional,
  ...stores,
  ...storesOptional,
  ...subscriptions,
  ...usages,
  ...trainingData,
  ...workloads,
  ...deploymentHistory,
  ...machines,
  ...scaleSets,
  ...clusters,
  ...storageTags,
];
