import { reaches, scopedNear } from '../model/access';
import type { PolicyAssignment } from '../model/governance';
import type { Kind } from '../model/resource';
import { fail, pass, type Verdict, type View } from '../model/rule';

export type CoverageView = View<'policyAssignment' | 'policyExemption' | 'subscription'>;

interface Covered {
  readonly id: string;
  readonly kind: Kind;
  readonly subscriptionId: string;
}

const builtInSets = '/providers/microsoft.authorization/policysetdefinitions/';
/** Whether an assignment is of one of the built-in policies or initiatives `guids`. */
export const assignsOneOf = ({ policyDefinitionId }: PolicyAssignment, guids: readonly string[]): boolean =>
  guids.includes(policyDefinitionId.slice(policyDefinitionId.lastIndexOf('/') + 1).toLowerCase());
/** An initiative of the customer: what it holds is not read. */
const isOwnSet = ({ policyDefinitionId: id }: PolicyAssignment): boolean =>
  id.toLowerCase().includes('/policysetdefinitions/') && !id.toLowerCase().startsWith(builtInSets);

/** Whether an exemption from `assignment` that has not ended holds on the resource. */
const isExempt = (assignment: PolicyAssignment, resource: Covered, view: CoverageView): boolean =>
  scopedNear(view.all('policyExemption'), resource.id).some(
    ({ policyAssignmentId, scope, expiresOn }) =>
      policyAssignmentId.toLowerCase() === assignment.id &&
      (!expiresOn || Date.parse(expiresOn) > Date.parse(view.takenAt)) &&
      reaches(scope, resource.id, view.byId('subscription', `/subscriptions/${resource.subscriptionId}`)) !== 'no',
  );

/** How far an assignment holds on the resource: its scope, management groups included, less its `notScopes`. */
function holds(assignment: PolicyAssignment, resource: Covered, view: CoverageView): 'yes' | 'no' | 'chainUnread' {
  const subscription = view.byId('subscription', `/subscriptions/${resource.subscriptionId}`);
  const within = reaches(assignment.scope, resource.id, subscription);
  if (within === 'no') return 'no';
  const without = assignment.notScopes.map((scope) => reaches(scope, resource.id, subscription));
  if (without.includes('yes')) return 'no';
  return without.includes('chainUnread') ? 'chainUnread' : within;
}

type Counts = (assignment: PolicyAssignment) => boolean;

/** Assignments of one of the built-in policies or initiatives `guids` that hold on the resource, and those of which nobody can say. */
function assignmentsOn(resource: Covered, guids: readonly string[], view: CoverageView, counts: Counts) {
  const held = scopedNear(view.all('policyAssignment'), resource.id)
    .map((assignment) => ({ assignment, scope: holds(assignment, resource, view) }))
    .filter(({ scope }) => scope !== 'no');
  const named = held.filter(({ assignment }) => assignsOneOf(assignment, guids) && counts(assignment));
  return {
    covering: named.filter(({ scope }) => scope === 'yes').map(({ assignment }) => assignment),
    unsure: named.some(({ scope }) => scope === 'chainUnread'),
    ownSets: held.some(({ assignment }) => isOwnSet(assignment)),
  };
}

/**
 * Whether one of the built-in policies or initiatives `guids` is assigned, enforced and not exempted on the resource. Assignments whose
 * management group is of unknown place, and initiatives of the customer whose content is not read, are a doubt, never a pass. `counts` leaves
 * out assignments that are not enough.
 */
export function coverageVerdict(
  resource: Covered,
  guids: readonly string[],
  view: CoverageView,
  counts: Counts = () => true,
): Verdict {
  const { covering, unsure, ownSets } = assignmentsOn(resource, guids, view, counts);
  const enforced = covering.filter(({ enforcementMode }) => enforcementMode.toLowerCase() === 'default');
  if (enforced.some((assignment) => !isExempt(assignment, resource, view))) return pass;
  if (unsure)
    return view.doubt(resource, 'policyAssignments', 'the management groups above the subscription are not stated');
  if (ownSets) return view.doubt(resource, 'policyAssignments', 'what a custom initiative holds is not read');
  if (enforced.length > 0) return fail(`policyExemptions take the resource out of ${guids.join(', ')}`);
  return fail(
    covering.length > 0
      ? 'enforcementMode of the policyAssignments is DoNotEnforce'
      : `policyAssignments hold none of ${guids.join(', ')}`,
  );
}
