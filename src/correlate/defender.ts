import type { Assessment, PolicyExemption } from '../model/governance';
import type { DefenderLink } from '../model/rule';
import type { Resource } from '../model/resource';
import type { Snapshot } from '../model/snapshot';

/** Defender's side of one snapshot, indexed for comparing. */
export interface Defender {
  /** The assessment that judges what `link` judges, on this resource. */
  find(link: DefenderLink, resourceId: string): Assessment | undefined;
  /** A policy exemption in force covers the resource. */
  isExempt(resourceId: string): boolean;
  /** Why assessments of a subscription could not be read; '' when they could. */
  unreadReason(subscriptionId: string): string;
  readonly assessedSubscriptions: ReadonlySet<string>;
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

const inForce = (exemption: PolicyExemption, takenAt: string): boolean =>
  !exemption.expiresOn || exemption.expiresOn > takenAt;

const within = (id: string, scope: string): boolean => id === scope || id.startsWith(`${scope}/`);

function matcher(assessments: readonly Assessment[]): Defender['find'] {
  const byResource = Map.groupBy(assessments, (assessment) => assessment.resourceId);
  return (link, resourceId) => {
    const here = byResource.get(resourceId) ?? [];
    const names = new Set((link.names ?? []).map(normaliseName));
    return (
      here.find((one) => link.assessments.includes(one.assessmentKey)) ??
      here.find((one) => one.policyDefinitionId !== '' && link.policies.includes(one.policyDefinitionId)) ??
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
    assessedSubscriptions: new Set(assessments.map((one) => one.resourceId.split('/')[2] ?? '')),
  };
}
