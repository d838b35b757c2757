import type { Calls } from './metrics';
import type { OsvEntry } from './osv';
import type { PlaneDocument } from './planes';

/** An ARM resource as a GET by id answers it: the whole body, in Azure's casing. */
export interface ArmBody {
  id: string;
  name?: string;
  type?: string;
  [property: string]: unknown;
}

/** A Microsoft Graph directory object. */
export interface GraphObject {
  id: string;
  '@odata.type'?: string;
  displayName?: string;
  [property: string]: unknown;
}

/** A group and the ids of its direct members and owners; a member may be a group, and groups may contain each other in a circle. */
export interface GraphGroup extends GraphObject {
  members: string[];
  owners?: string[];
}

/** One tenant as plain data: what the simulated Azure serves. */
export interface Estate {
  tenantId: string;
  /**
   * As `GET /subscriptions` answers: `{ id, subscriptionId, displayName, state, tenantId, tags? }`. `properties`, where given, is what
   * only Resource Graph tells: `managementGroupAncestorsChain` (`[{ name, displayName }]`, nearest first), `subscriptionPolicies`.
   */
  subscriptions: ArmBody[];
  /** As `resourcecontainers` rows: `{ id, name, type, properties: { displayName, details: { managementGroupAncestorsChain } } }`. */
  managementGroups: ArmBody[];
  /** Everything else: resource groups, resources, their children, and extension resources such as role assignments. */
  arm: ArmBody[];
  graph: {
    users: GraphObject[];
    groups: GraphGroup[];
    servicePrincipals: GraphObject[];
    applications: GraphObject[];
  };
  /** Activity Log events: `eventTimestamp`, `operationName.value`, `resourceId`, `caller`, `correlationId`, `status.value`, ... */
  activity: ArmBody[];
  /** `resourcechanges` rows. */
  changes: ArmBody[];
  /** Calls of deployments as Azure Monitor counts them. */
  calls?: Calls[];
  /** Data planes: what services answer at their own endpoints. */
  planes?: PlaneDocument[];
  /** What the OSV server beside the tenant knows. */
  osv?: OsvEntry[];
}
