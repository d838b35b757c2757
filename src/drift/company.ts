import type { ActivityEvent, RoleAssignment } from '../model/governance';
import type { Resource } from '../model/resource';
import type { Draft } from './changes';
import { byTenant, writesOn } from './actors';

const hour = 3_600_000;
const day = 24 * hour;

const accountOf = (id: string): string => /^.*?\/providers\/[^/]+\/[^/]+\/[^/]+/.exec(id)?.[0] ?? id;

/** Properties that open an account when they take this value, as JSON text. */
const openings: Readonly<Record<string, string>> = {
  disableLocalAuth: 'false',
  publicNetworkAccess: '"Enabled"',
  'networkAcls.defaultAction': '"Allow"',
  'managedNetwork.isolationMode': '"Disabled"',
};

const lowersGuard = ({ resource, property, moves }: Draft): boolean =>
  (resource.kind === 'guardrail' || property === 'raiPolicyName') && moves.some(({ way }) => way !== 'resolved');

const weakens = (draft: Draft): boolean =>
  draft.kind === 'changed' && (openings[draft.property] === draft.after || lowersGuard(draft));

const sameHand = (a: ActivityEvent, b: ActivityEvent): boolean =>
  (a.correlationId !== '' && a.correlationId === b.correlationId) ||
  (a.caller === b.caller && Math.abs(Date.parse(a.at) - Date.parse(b.at)) <= hour);

/** What else of the same account the same hand weakened within the hour, or in the same operation; '' = nothing. */
export function weakenedAlongside(
  id: string,
  writes: readonly ActivityEvent[],
  drafts: readonly Draft[],
  events: readonly ActivityEvent[],
): string {
  const near = drafts.filter(
    (draft) =>
      weakens(draft) &&
      accountOf(draft.resource.id) === accountOf(id) &&
      byTenant(writesOn(draft.resource.id, false, events)).some((other) => writes.some((own) => sameHand(own, other))),
  );
  return [...new Set(near.map(({ property, resource }) => `${property} of ${resource.name}`))].join(', ');
}

const isOf = ({ principalId }: RoleAssignment, { callerIds }: ActivityEvent): boolean =>
  callerIds.includes(principalId);

function newRole(write: ActivityEvent, assignments: readonly RoleAssignment[]): string {
  const ages = assignments
    .filter((assignment) => isOf(assignment, write) && assignment.createdAt !== '')
    .map(({ createdAt }) => Date.parse(write.at) - Date.parse(createdAt));
  if (ages.some((age) => age >= 0 && age <= day)) return `${write.caller} got a role less than 24 hours before`;
  const isNew = ages.length > 0 && ages.every((age) => age <= 7 * day);
  return isNew ? `${write.caller} was first given a role less than 7 days before` : '';
}

/** Why one who wrote is out of place: a guest, or somebody whose rights are new; '' = no reason that can be seen in the unit. */
export function newcomerAmong(writes: readonly ActivityEvent[], resources: readonly Resource[]): string {
  const guest = writes.find(({ callerType }) => callerType === 'guest');
  if (guest) return `${guest.caller} is a guest`;
  const assignments = resources.filter((one) => one.kind === 'roleAssignment');
  return writes.map((write) => newRole(write, assignments)).find(Boolean) ?? '';
}
