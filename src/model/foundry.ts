import type { Base } from './base';

/** `egressPolicy` of a raiPolicy (2026-05-15-preview): where hosted agents may call out to. `parentId` is the guardrail. */
export interface GuardrailEgress extends Base<'guardrailEgress'> {
  /** Absent = Deny: the server's documented default. */
  readonly defaultAction: 'Allow' | 'Deny' | 'Unrecognised';
  /** Absent = Enforced: the server's documented default. */
  readonly mode: 'Enforced' | 'Audit' | 'Unrecognised';
  /** A rule lets every host through: action other than Deny, host absent or `*`, and no path. */
  readonly allowsEveryHost: boolean;
}

/** accounts/computes and accounts/projects/workbenches (2026-05-15-preview). */
export interface FoundryCompute extends Base<'foundryCompute'> {
  readonly computeType: 'Cluster' | 'ContainerInstance' | 'Workbench' | 'Unrecognised';
  /** `sshSettings.adminEnabled`; absent = false. */
  readonly sshAdmin: boolean;
  readonly hasPublicIp: boolean;
  /** ISO 8601 duration, '' where it never stops by itself. */
  readonly idleTimeBeforeShutdown: string;
  readonly subnetId: string;
}

/** accounts/raiToolLabels: how far a tool connection is trusted. */
export interface ToolLabel extends Base<'toolLabel'> {
  /** `toolConnectionName`, lower-case. */
  readonly tool: string;
  readonly labelsAccount: boolean;
  /** Names of projects that it labels the tool for, lower-case. */
  readonly projects: readonly string[];
}

export interface FoundryKinds {
  readonly guardrailEgress: GuardrailEgress;
  readonly foundryCompute: FoundryCompute;
  readonly toolLabel: ToolLabel;
}
