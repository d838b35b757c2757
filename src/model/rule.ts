import type { Kind, KindMap, Resource } from './resource';
import type { ControlMap } from './controls';
import type { Policy } from './policy';
import type { Severity } from './severity';

export { severities, type Severity } from './severity';

/** What a check may say. `unknown` is not among them: only evaluate/ says it. */
export type Verdict =
  | { readonly status: 'pass' }
  | { readonly status: 'notApplicable'; readonly why: string }
  | { readonly status: 'fail'; readonly evidence: string; readonly key: string; readonly severity?: Severity };

export const pass: Verdict = { status: 'pass' };
export const notApplicable = (why: string): Verdict => ({ status: 'notApplicable', why });

/**
 * `evidence` names the Azure property and the value seen: no advice, no resource name. `key` tells two faults of one rule on one
 * resource apart in the fingerprint, and `severity` lowers or raises this one; both are rare.
 */
export const fail = (evidence: string, more: { key?: string; severity?: Severity } = {}): Verdict => ({
  status: 'fail',
  evidence,
  key: more.key ?? '',
  ...(more.severity ? { severity: more.severity } : {}),
});

/**
 * What a check may look at beside its subject: only the kinds it declared in `needs`. Looking at something that was not read makes
 * the verdict `unknown`, whatever the check then returns; a check that answers before looking stays certain.
 */
export interface View<N extends Kind = Kind> {
  /** Resources of `kind` directly below `parent`. */
  children<K extends N>(parent: { readonly id: string }, kind: K): readonly KindMap[K][];
  /** The resource with this id, of this kind. Undefined = Azure does not have it. */
  byId<K extends N>(kind: K, id: string): KindMap[K] | undefined;
  /** All resources of `kind` that this unit's judgement can see, its context included. */
  all<K extends N>(kind: K): readonly KindMap[K][];
  /**
   * Resources of `kind` that were read, whether all were or not: for what lowers or explains a fault and never decides whether there is one.
   */
  known<K extends N>(kind: K): readonly KindMap[K][];
  /** True when Azure stated `property` of `resource`; false makes the verdict unknown. */
  stated(resource: { readonly id: string; readonly kind: Kind }, property: string): boolean;
  /**
   * Makes the verdict unknown because what Azure stated about `property` of `resource` can be read two ways that differ; `detail` says
   * which. The verdict it gives back stands for nothing and only ends the check.
   */
  doubt(resource: { readonly id: string; readonly kind: Kind }, property: string, detail: string): Verdict;
  /** AI resources that use this dependency. */
  usersOf(dependency: { readonly id: string }): readonly Resource[];
  readonly policy: Policy;
  /** The instant of the run, ISO 8601 UTC. */
  readonly takenAt: string;
}

export interface Fix {
  readonly text: string;
  readonly cli?: string;
  readonly bicep?: string;
}

/** Where Defender for Cloud judges the same thing: keys of assessments and GUIDs of policies, first the current one. */
export interface DefenderLink {
  readonly assessments: readonly string[];
  readonly policies: readonly string[];
  /** Names where Microsoft publishes no key: matched at run time, normalised. */
  readonly names?: readonly string[];
  /** Effect of the policy in Microsoft's default initiative is Disabled: silence proves nothing. */
  readonly offByDefault?: boolean;
  /** Where Defender's test is weaker or other than ours, in one sentence. */
  readonly differs?: string;
}

export interface Rule<K extends Kind = Kind, N extends Kind = Kind> {
  readonly id: string;
  readonly subject: K;
  readonly needs: readonly N[];
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  readonly fix: Fix;
  readonly references: readonly string[];
  readonly controls: ControlMap;
  readonly defender?: DefenderLink;
  readonly check: (subject: KindMap[K], view: View<N>) => Verdict;
}
