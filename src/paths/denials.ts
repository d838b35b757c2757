import { blockAllows } from '../model/access/matching';
import type { DenyAssignment } from '../model/authorization';
import { typeIn } from '../model/ability';
import { within } from '../model/scope';
import type { Power } from './powers';

/** `doubt`: it names somebody, or holds under a condition, so that nobody can say whether it meets this holder. */
export type Denial = 'no' | 'denied' | 'doubt';

const everyone = '00000000-0000-0000-0000-000000000000';

/** With `doNotApplyToChildScopes` it holds on its own scope, which matters only where that is a resource. */
const holdsOn = ({ scope, doNotApplyToChildScopes }: DenyAssignment, id: string): boolean =>
  doNotApplyToChildScopes ? scope === id && typeIn(id) !== '' : within(id, scope);

/** All rights of a power, some, or none: whoever keeps one right keeps the power. */
function strikes(deny: DenyAssignment, { rights }: Power): 'all' | 'some' | 'none' {
  const struck = rights.filter((right) => deny.permissions.some((block) => blockAllows(block, right))).length;
  if (struck === 0) return 'none';
  return struck === rights.length ? 'all' : 'some';
}

function against(deny: DenyAssignment, power: Power, principalId: string): Denial {
  if (deny.excludePrincipals.some(({ id }) => id === principalId)) return 'no';
  const struck = strikes(deny, power);
  if (struck === 'none') return 'no';
  const meets = deny.principals.some(({ id }) => id === everyone || id === principalId);
  return meets && struck === 'all' && !deny.hasCondition ? 'denied' : 'doubt';
}

/** What deny assignments say of one holder of one power on one scope. Deny wins over every role. */
export function denialOn(denials: readonly DenyAssignment[], scope: string, power: Power, principalId: string): Denial {
  const said = denials.filter((deny) => holdsOn(deny, scope)).map((deny) => against(deny, power, principalId));
  if (said.includes('denied')) return 'denied';
  return said.includes('doubt') ? 'doubt' : 'no';
}

/** Whether some deny assignment that holds on `below` does not on `above`: what comes down from there is cut or doubtful. */
export const cutsBetween = (denials: readonly DenyAssignment[], above: string, below: string, power: Power): boolean =>
  denials.some((deny) => holdsOn(deny, below) && !holdsOn(deny, above) && strikes(deny, power) !== 'none');
