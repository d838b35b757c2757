import type { Edge } from '../defineEdge';
import activates from './activates';
import addsAppSecret from './adds-app-secret';
import anonymousReads from './anonymous-reads';
import appHoldsKey from './app-holds-key';
import appVulnerable from './app-vulnerable';
import attachesIdentity from './attaches-identity';
import bypassesGateway from './bypasses-gateway';
import computeOpenSsh from './compute-open-ssh';
import computeRunsAs from './compute-runs-as';
import connectionHolds from './connection-holds';
import connectionUses from './connection-uses';
import controlsGateway from './controls-gateway';
import deploysEndpoint from './deploys-endpoint';
import deploysFrom from './deploys-from';
import editsAgents from './edits-agents';
import editsJobCode from './edits-job-code';
import editsNotebooks from './edits-notebooks';
import editsRole from './edits-role';
import exposesKey from './exposes-key';
import extractsModel from './extracts-model';
import federates from './federates';
import feedsTraining from './feeds-training';
import foreignEndpointReaches from './foreign-endpoint-reaches';
import gatewayCalls from './gateway-calls';
import grantsRole from './grants-role';
import groundsOn from './grounds-on';
import identityCan from './identity-can';
import identityHolds from './identity-holds';
import injectsPrompt from './injects-prompt';
import internetReaches from './internet-reaches';
import internetReachesHost from './internet-reaches-host';
import isMember from './is-member';
import keyOpens from './key-opens';
import liftsLock from './lifts-lock';
import listsKey from './lists-key';
import loadsModelCode from './loads-model-code';
import networkReaches from './network-reaches';
import opensGuardrail from './opens-guardrail';
import ownerHas from './owner-has';
import ownsGroup from './owns-group';
import pushesImage from './pushes-image';
import readsGrounding from './reads-grounding';
import readsPromptLogs from './reads-prompt-logs';
import readsThreads from './reads-threads';
import registrySupplies from './registry-supplies';
import reopensKeys from './reopens-keys';
import reopensNetwork from './reopens-network';
import rewritesIndex from './rewrites-index';
import rightInherits from './right-inherits';
import runsCode from './runs-code';
import spends from './spends';
import storeHolds from './store-holds';
import submitsJob from './submits-job';
import takesKeys from './takes-keys';
import takesModel from './takes-model';
import vaultHolds from './vault-holds';
import vaultPolicyGrants from './vault-policy-grants';
import workspaceStoresIn from './workspace-stores-in';
import writesFederation from './writes-federation';

/** Every kind of move, by name: the order in which they are drawn. */
export const edges: readonly Edge[] = [
  activates,
  addsAppSecret,
  anonymousReads,
  appHoldsKey,
  appVulnerable,
  attachesIdentity,
  bypassesGateway,
  computeOpenSsh,
  computeRunsAs,
  connectionHolds,
  connectionUses,
  controlsGateway,
  deploysEndpoint,
  deploysFrom,
  editsAgents,
  editsJobCode,
  editsNotebooks,
  editsRole,
  exposesKey,
  extractsModel,
  federates,
  feedsTraining,
  foreignEndpointReaches,
  gatewayCalls,
  grantsRole,
  groundsOn,
  identityCan,
  identityHolds,
  injectsPrompt,
  internetReaches,
  internetReachesHost,
  isMember,
  keyOpens,
  liftsLock,
  listsKey,
  loadsModelCode,
  networkReaches,
  opensGuardrail,
  ownerHas,
  ownsGroup,
  pushesImage,
  readsGrounding,
  readsPromptLogs,
  readsThreads,
  registrySupplies,
  reopensKeys,
  reopensNetwork,
  rewritesIndex,
  rightInherits,
  runsCode,
  spends,
  storeHolds,
  submitsJob,
  takesKeys,
  takesModel,
  vaultHolds,
  vaultPolicyGrants,
  workspaceStoresIn,
  writesFederation,
] as readonly unknown[] as readonly Edge[];
