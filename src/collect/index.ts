import type { OptIn } from '../model/optIn';
import type { Kind } from '../model/resource';
import type { ChildCollector, SurveyCollector } from './collector';
import containerApp from './app/containerApp';
import containerEnvironment from './app/containerEnvironment';
import containerGroup from './containerinstance/containerGroup';
import webApp from './web/webApp';
import webAppConfig from './web/webAppConfig';
import webAppReferences from './web/webAppReferences';
import webAppSettings from './web/webAppSettings';
import armDeployment from './resources/armDeployment';
import virtualMachine from './compute/virtualMachine';
import vmExtension from './compute/vmExtension';
import vmScaleSet from './compute/vmScaleSet';
import networkInterface from './network/networkInterface';
import networkSecurityGroup from './network/networkSecurityGroup';
import managedCluster from './containerservice/managedCluster';
import logicApp from './logic/logicApp';
import apimApi from './apimanagement/apimApi';
import apimBackend from './apimanagement/apimBackend';
import apimNamedValue from './apimanagement/apimNamedValue';
import apimPolicy from './apimanagement/apimPolicy';
import apimPolicyFragment from './apimanagement/apimPolicyFragment';
import apimService from './apimanagement/apimService';
import apimSubscription from './apimanagement/apimSubscription';
import denyAssignment from './authorization/denyAssignment';
import roleAssignment from './authorization/roleAssignment';
import roleDefinition from './authorization/roleDefinition';
import roleEligibility from './authorization/roleEligibility';
import botService from './bot/botService';
import aiAccount from './cognitiveservices/aiAccount';
import blocklist from './cognitiveservices/blocklist';
import capabilityHost from './cognitiveservices/capabilityHost';
import connection from './cognitiveservices/connection';
import defenderForAiSetting from './cognitiveservices/defenderForAiSetting';
import deployment from './cognitiveservices/deployment';
import guardrail from './cognitiveservices/guardrail';
import agent from './cognitiveservices/agent';
import agentApplication from './cognitiveservices/agentApplication';
import resourceLock from './authorization/resourceLock';
import deletedAccount from './cognitiveservices/deletedAccount';
import budget from './consumption/budget';
import metricAlert from './insights/metricAlert';
import vaultKey from './keyvault/vaultKey';
import vaultSecret from './keyvault/vaultSecret';
import federatedCredential from './managedidentity/federatedCredential';
import managedIdentity from './managedidentity/managedIdentity';
import dnsAlias from './network/dnsAlias';
import privateDnsZoneGroup from './network/privateDnsZoneGroup';
import virtualNetwork from './network/virtualNetwork';
import logWorkspace from './operationalinsights/logWorkspace';
import securityContact from './security/securityContact';
import foundryCompute from './cognitiveservices/foundryCompute';
import guardrailEgress from './cognitiveservices/guardrailEgress';
import toolLabel from './cognitiveservices/toolLabel';
import managedNetwork from './cognitiveservices/managedNetwork';
import raiExternalSafetyProvider from './cognitiveservices/raiExternalSafetyProvider';
import modelCatalogueEntry from './cognitiveservices/modelCatalogueEntry';
import project from './cognitiveservices/project';
import containerRegistry from './containerregistry/containerRegistry';
import databricksWorkspace from './databricks/databricksWorkspace';
import cosmosAccount from './documentdb/cosmosAccount';
import appInsights from './insights/appInsights';
import diagnosticSetting from './insights/diagnosticSetting';
import activityEvent from './insights/activityEvent';
import keyListing from './insights/keyListing';
import modelRequests from './insights/modelRequests';
import keyRegeneration from './insights/keyRegeneration';
import keyVault from './keyvault/keyVault';
import batchDeployment from './machinelearning/batchDeployment';
import batchEndpoint from './machinelearning/batchEndpoint';
import compute from './machinelearning/compute';
import datasetFingerprint from './storage/datasetFingerprint';
import trainingFile from './machinelearning/trainingFile';
import dataAsset from './machinelearning/dataAsset';
import datastore from './machinelearning/datastore';
import environmentAdvisories from './machinelearning/environmentAdvisories';
import environmentVersion from './machinelearning/environmentVersion';
import mlRegistry from './machinelearning/mlRegistry';
import mlWorkspace from './machinelearning/mlWorkspace';
import modelVersion from './machinelearning/modelVersion';
import onlineDeployment from './machinelearning/onlineDeployment';
import onlineEndpoint from './machinelearning/onlineEndpoint';
import serverlessEndpoint from './machinelearning/serverlessEndpoint';
import perimeterAssociation from './network/perimeterAssociation';
import privateEndpoint from './network/privateEndpoint';
import policyAssignment from './policy/policyAssignment';
import policyExemption from './policy/policyExemption';
import managementGroup from './resources/managementGroup';
import subscription from './resources/subscription';
import searchDataSource from './search/searchDataSource';
import searchIndex from './search/searchIndex';
import searchService from './search/searchService';
import assessment from './security/assessment';
import defenderAlert from './security/defenderAlert';
import defenderAttackPath from './security/defenderAttackPath';
import defenderPlan from './security/defenderPlan';
import blobContainer from './storage/blobContainer';
import blobService from './storage/blobService';
import lifecyclePolicy from './storage/lifecyclePolicy';
import storageAccount from './storage/storageAccount';
import storageLocalUser from './storage/storageLocalUser';

/** What the tenant-wide survey finds. */
export const surveyCollectors: readonly SurveyCollector[] = [
  roleAssignment,
  roleDefinition,
  apimService,
  botService,
  databricksWorkspace,
  aiAccount,
  containerRegistry,
  cosmosAccount,
  appInsights,
  keyVault,
  mlRegistry,
  mlWorkspace,
  privateEndpoint,
  metricAlert,
  logWorkspace,
  dnsAlias,
  virtualNetwork,
  managedIdentity,
  policyAssignment,
  policyExemption,
  managementGroup,
  subscription,
  searchService,
  assessment,
  defenderAlert,
  defenderAttackPath,
  storageAccount,
  containerApp,
  containerEnvironment,
  containerGroup,
  webApp,
  virtualMachine,
  vmExtension,
  vmScaleSet,
  networkInterface,
  networkSecurityGroup,
  managedCluster,
  logicApp,
];

/** What is read below a resource that was found; parents come before their children. */
export const childCollectors: readonly ChildCollector[] = [
  apimApi,
  apimPolicy,
  apimPolicyFragment,
  apimBackend,
  apimNamedValue,
  apimSubscription,
  project,
  onlineEndpoint,
  batchEndpoint,
  blocklist,
  capabilityHost,
  connection,
  defenderForAiSetting,
  deployment,
  modelCatalogueEntry,
  managedNetwork,
  resourceLock,
  denyAssignment,
  roleEligibility,
  deletedAccount,
  budget,
  securityContact,
  privateDnsZoneGroup,
  vaultKey,
  vaultSecret,
  federatedCredential,
  agentApplication,
  agent,
  raiExternalSafetyProvider,
  guardrail,
  searchDataSource,
  searchIndex,
  guardrailEgress,
  foundryCompute,
  toolLabel,
  diagnosticSetting,
  keyRegeneration,
  keyListing,
  modelRequests,
  activityEvent,
  batchDeployment,
  compute,
  dataAsset,
  datastore,
  environmentVersion,
  environmentAdvisories,
  modelVersion,
  onlineDeployment,
  serverlessEndpoint,
  perimeterAssociation,
  defenderPlan,
  blobContainer,
  blobService,
  lifecyclePolicy,
  storageLocalUser,
  datasetFingerprint,
  trainingFile,
  webAppConfig,
  webAppReferences,
  webAppSettings,
  armDeployment,
];

/** Collectors of an audit, and the kinds that it leaves out because nobody opted in. */
export interface Collectors {
  readonly survey: readonly SurveyCollector[];
  readonly children: readonly ChildCollector[];
  readonly switchedOff: readonly Kind[];
  /** Consents are read from Microsoft Graph, which no collector does. */
  readonly consentedApps: boolean;
}

/** What Reader and Security Reader can read, and what `optIn` adds. */
export function collectorsFor(optIn: readonly OptIn[]): Collectors {
  const on = (collector: { readonly optIn?: OptIn }): boolean =>
    collector.optIn === undefined || optIn.includes(collector.optIn);
  const survey = surveyCollectors.filter(on);
  const children = childCollectors.filter(on);
  const read = new Set<Kind>([...survey, ...children].map(({ kind }) => kind));
  const all = [...surveyCollectors, ...childCollectors].map(({ kind }) => kind);
  const consentedApps = optIn.includes('consentedApps');
  const off = [...new Set(all)].filter((kind) => !read.has(kind));
  return { survey, children, switchedOff: consentedApps ? off : [...off, 'consentedApp'], consentedApps };
}
