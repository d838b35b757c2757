import type { Assessment, PolicyExemption } from '../model/governance';
import type { DefenderLink } from '../model/rule';
import type { Resource } from '../model/resource';
import { tenantUnit, type Snapshot } from '../model/snapshot';

/** Defender's side of one snapshot, indexed for comparing. */
export interface Defender {
  /** The assessment that judges what `link` judges, on this resource. */
  find(link: DefenderLink, resourceId: string): Assessment | undefined;
  /** A policy exemption in force covers the resource. */
  isExempt(resourceId: string): boolean;
  /** Why assessments of a subscription could not be read; '' when they could. */
  unreadReason(subscriptionId: string): string;
  readonly assessedSubscriptions: ReadonlySet<string>;
  /** The subscription lies outside this unit: its assessments are not in the snapshot, whatever Defender says there. */
  isElsewhere(subscriptionId: string): boolean;
  readonly takenAt: string;
}

/** Names change between editions: brackets and preview marks go, product names take their present form. */
export const normaliseName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\((preview|enable if required)\)|\[(preview|enable if required)\]/g, '')
    .replace(/azure ai foundry/g, 'microsoft foundry')
    .replace(/cognitive services/g, 'azure ai services')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const only = <K extends Resource['kind']>(
  resources: readonly Resource[],
  kind: K,
): readonly Extract<Resource, { kind: K }>[] =>
  resources.filter((resource): resource is Extract<Resource, { kind: K }> => resource.kind === kind);

/** Instants are compared as instants: Azure writes them with more digits, or with another offset, than we do. */
const inForce = (exemption: PolicyExemption, takenAt: string): boolean =>
  !exemption.expiresOn || Date.parse(exemption.expiresOn) > Date.parse(takenAt);

const within = (id: string, scope: string): boolean => id === scope || id.startsWith(`${scope}/`);

/** What the first of `keys` finds: a link names the current key or policy before its older ones. */
const firstOf = <T>(keys: readonly string[], find: (key: string) => T | undefined): T | undefined =>
  keys.map(find).find((found) => found !== undefined);

function matcher(assessments: readonly Assessment[]): Defender['find'] {
  const sorted = [...assessments].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byResource = Map.groupBy(sorted, (assessment) => assessment.resourceId);
  return (link, resourceId) => {
    const here = byResource.get(resourceId) ?? [];
    const names = new Set((link.names ?? []).map(normaliseName));
    return (
      firstOf(link.assessments, (key) => here.find((one) => one.assessmentKey === key)) ??
      firstOf(link.policies, (policy) => here.find((one) => policy !== '' && one.policyDefinitionId === policy)) ??
      here.find((one) => names.has(normaliseName(one.displayName)))
    );
  };
}

/** Indexes what Defender said in `snapshot`: assessments, exemptions in force, and where reading was refused. */
export function toDefender(snapshot: Snapshot): Defender {
  const all = [...snapshot.resources, ...snapshot.context];
  const assessments = only(all, 'assessment');
  const exemptions = only(all, 'policyExemption').filter((one) => inForce(one, snapshot.takenAt));
  const gaps = snapshot.gaps.filter((gap) => gap.kind === 'assessment');
  return {
    find: matcher(assessments),
    isExempt: (id) => exemptions.some((one) => within(id, one.scope)),
    unreadReason: (subscription) => {
      const gap = gaps.find((one) => within(`/subscriptions/${subscription}`, one.scope));
      return gap
        ? `Defender's assessments were not read: ${gap.permission ? `needs ${gap.permission}` : gap.detail}`
        : '';
    },
    isElsewhere: (subscription) => snapshot.unit !== tenantUnit && subscription !== snapshot.unit,
    takenAt: snapshot.takenAt,
    assessedSubscriptions: new Set(assessments.map((one) => one.resourceId.split('/')[2] ?? '')),
  };
}
