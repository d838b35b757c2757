import type { AiSignal } from './aiSignal';
import type { Base, Identity } from './base';

/** What runs, and where it speaks of AI. Inventoried only where it matters to AI: see `collect/workloads`. */
interface Workload<K extends string> extends Base<K> {
  readonly identity: Identity;
  /** Where it speaks of AI, each field once; how much that proves is the matter of `model/shadow.ts`. */
  readonly aiSignals: readonly AiSignal[];
}

/** A variable that a workload starts with, by name. Its value never enters. */
export interface EnvironmentName {
  readonly name: string;
  /** `literal`: the value itself stands there. `vault` and `secret`: a reference to a vault, or to a secret of the workload. */
  readonly holds: 'literal' | 'vault' | 'secret' | 'nothing';
  /** Host of the URL that a literal is or begins with, in lower case; '' when it is none. */
  readonly host: string;
}

export interface Container {
  readonly name: string;
  /** With registry and tag as given, in lower case. */
  readonly image: string;
  readonly environment: readonly EnvironmentName[];
}

/** A secret that a workload takes from a vault. */
export interface VaultReference {
  /** Name of the setting or of the workload's own secret. */
  readonly name: string;
  /** Host of the vault, in lower case; '' where the reference does not say. */
  readonly vaultHost: string;
  readonly secretName: string;
  /** Azure's word for it (`Resolved`, `VaultNotFound`, ...); '' where Azure gives none. */
  readonly status: string;
}

/** Microsoft.App/containerApps and Microsoft.App/jobs. */
export interface ContainerApp extends Workload<'containerApp'> {
  readonly hosting: 'app' | 'job';
  readonly containers: readonly Container[];
  readonly vaultReferences: readonly VaultReference[];
  /** `configuration.ingress`: external = from outside the environment, which is the internet unless the environment is internal. */
  readonly ingress: 'none' | 'internal' | 'external';
  readonly targetPort: number | null;
  readonly host: string;
  /** `ipSecurityRestrictions` with action Allow: when there is one, all other addresses are refused. */
  readonly allowedRanges: readonly string[];
  readonly environmentId: string;
  readonly workloadProfile: string;
}

/** Microsoft.App/managedEnvironments: whether what is external in it can be reached from the internet. */
export interface ContainerEnvironment extends Base<'containerEnvironment'> {
  /** `vnetConfiguration.internal`: its only address is one of the network. */
  readonly internal: boolean;
  /** Absent = Enabled, but for internal environments, where it is Disabled. */
  readonly publicNetworkAccess: 'Enabled' | 'Disabled' | 'Unrecognised';
}

/** Microsoft.ContainerInstance/containerGroups. */
export interface ContainerGroup extends Workload<'containerGroup'> {
  readonly containers: readonly Container[];
  /** `ipAddress.type` Public. */
  readonly publicIp: boolean;
  readonly ports: readonly number[];
  readonly host: string;
  /** A GPU that some container asks for, such as V100; '' without one. */
  readonly gpu: string;
}

/** Microsoft.Web/sites: web apps, function apps and standard logic apps. */
export interface WebApp extends Workload<'webApp'> {
  readonly hosting: 'web' | 'function' | 'workflow';
  /** Running, Stopped; '' when absent. */
  readonly state: string;
  readonly httpsOnly: boolean;
  /** Absent = Enabled. */
  readonly publicNetworkAccess: 'Enabled' | 'Disabled' | 'Unrecognised';
  readonly hosts: readonly string[];
  /** Image of a container app, in lower case; '' for code. */
  readonly image: string;
  readonly subnetId: string;
}

/** Microsoft.Web/sites/config/web: the firewall of a site. */
export interface WebAppConfig extends Base<'webAppConfig'> {
  /** Ranges and service tags with action Allow; `Any` as Azure writes it for everything. */
  readonly allowedRanges: readonly string[];
  /** `ipSecurityRestrictionsDefaultAction`; absent = Allow while there are no rules, Deny where there is one. */
  readonly defaultAction: 'Allow' | 'Deny' | 'Unrecognised';
  readonly minimumTlsVersion: string;
}

/** Names of a site's settings. With Reader only those that refer to a vault are seen; with the opt-in `appSettings` all of them. */
export interface WebAppSettings extends Base<'webAppSettings'> {
  readonly complete: boolean;
  readonly settings: readonly EnvironmentName[];
  readonly vaultReferences: readonly VaultReference[];
  readonly aiSignals: readonly AiSignal[];
}

interface Machine {
  readonly vmSize: string;
  /** `imageReference` as publisher/offer/sku, in lower case; '' for a disk or an image of one's own. */
  readonly image: string;
  /** Marketplace plan as publisher/product, in lower case. */
  readonly plan: string;
}

export interface VirtualMachine extends Workload<'virtualMachine'>, Machine {
  readonly networkInterfaceIds: readonly string[];
}

export interface VmScaleSet extends Workload<'vmScaleSet'>, Machine {
  /** Its network profile gives the machines public addresses. */
  readonly publicIp: boolean;
  readonly networkSecurityGroupIds: readonly string[];
  readonly subnetIds: readonly string[];
}

/** Microsoft.Compute/virtualMachines/extensions; `parentId` is the machine. Settings are looked through for secrets, and not kept. */
export interface VmExtension extends Base<'vmExtension'> {
  readonly publisher: string;
  readonly extensionType: string;
  readonly aiSignals: readonly AiSignal[];
}

/** A network interface of a machine that is inventoried. */
export interface NetworkInterface extends Base<'networkInterface'> {
  readonly virtualMachineId: string;
  readonly publicIpIds: readonly string[];
  readonly networkSecurityGroupId: string;
  readonly subnetIds: readonly string[];
}

/** A rule of a network security group on what comes in, as far as any source on the internet is meant. */
export interface InboundRule {
  readonly priority: number;
  readonly access: 'Allow' | 'Deny';
  /** Destination ports, both ends included. `*` = 0 to 65535. */
  readonly ports: readonly (readonly [from: number, to: number])[];
}

/** A network security group: its TCP rules from any address of the internet, by priority. Rules on narrow ranges are left out. */
export interface NetworkSecurityGroup extends Base<'networkSecurityGroup'> {
  readonly fromInternet: readonly InboundRule[];
}

/** Microsoft.ContainerService/managedClusters. What runs in its pods is not seen through Azure. */
export interface ManagedCluster extends Workload<'managedCluster'> {
  readonly pools: readonly { readonly name: string; readonly vmSize: string; readonly count: number | null }[];
  /** `identityProfile.kubeletidentity.objectId`: as whom the nodes act. */
  readonly kubeletPrincipalId: string;
  readonly privateApi: boolean;
  readonly allowedRanges: readonly string[];
  readonly localAccountsDisabled: boolean;
  readonly workloadIdentity: boolean;
}

/** Microsoft.Logic/workflows. Of the definition only hosts and findings are kept. */
export interface LogicApp extends Workload<'logicApp'> {
  readonly state: string;
  /** Has a trigger that answers HTTP requests. */
  readonly httpTrigger: boolean;
  /** `accessControl.triggers.allowedCallerIpAddresses`; empty = everyone who knows the URL. */
  readonly allowedRanges: readonly string[];
  /** Hosts that HTTP actions call, in lower case. */
  readonly hosts: readonly string[];
}

/** A deployment of Resource Manager that shows a secret in its inputs or outputs; others are not kept. */
export interface ArmDeployment extends Base<'armDeployment'> {
  readonly deployedAt: string;
}

export interface WorkloadKinds {
  readonly containerApp: ContainerApp;
  readonly containerEnvironment: ContainerEnvironment;
  readonly containerGroup: ContainerGroup;
  readonly webApp: WebApp;
  readonly webAppConfig: WebAppConfig;
  readonly webAppSettings: WebAppSettings;
  readonly virtualMachine: VirtualMachine;
  readonly vmScaleSet: VmScaleSet;
  readonly vmExtension: VmExtension;
  readonly networkInterface: NetworkInterface;
  readonly networkSecurityGroup: NetworkSecurityGroup;
  readonly managedCluster: ManagedCluster;
  readonly logicApp: LogicApp;
  readonly armDeployment: ArmDeployment;
}
