import { holders, undefinedAssignments, type Holder } from '../../model/access';
import { fail, notApplicable, pass, type Verdict } from '../../model/rule';
import type { Identity } from '../../model/base';
import type { AbilityView } from './abilityBearers';
import { membersDoubt, principalsDoubt, roleFacts, type Scoped } from './roleBearers';

/** A right that only roles over everything give, and the one that gives itself the rest. */
const owning = [
  { operation: 'Microsoft.Unknown/anything/write', plane: 'control' },
  { operation: 'Microsoft.Authorization/roleAssignments/write', plane: 'control' },
] as const;

const certain = ({ conditional, chainUnread }: Holder): boolean => !conditional && !chainUnread;

/** Fails where an identity of the host may write everything in its subscription or give roles there: who breaks in, owns it. */
export function adminVerdict(host: Scoped & { readonly identity: Identity }, view: AbilityView): Verdict {
  const ids = [host.identity.principalId ?? '', ...host.identity.userAssignedPrincipalIds].filter(Boolean);
  if (ids.length === 0) return notApplicable('identity has no principalId');
  const facts = { ...roleFacts(host, view), definitions: view.all('roleDefinition') };
  const subscription = `/subscriptions/${host.subscriptionId}`;
  const all = owning.flatMap((right) => holders({ ...right, resourceId: subscription }, facts));
  const own = all.filter(({ principalId }) => ids.includes(principalId));
  if (own.some(certain)) return fail('identity may write everything in the subscription, or give roles there');
  const unseen = all.find(({ membersUnread }) => membersUnread);
  if (unseen)
    return facts.principal(unseen.principalId) ? membersDoubt(host, unseen, view) : principalsDoubt(host, view);
  return own.length > 0 ||
    undefinedAssignments(subscription, facts).some(({ principalId }) => ids.includes(principalId))
    ? view.doubt(host, 'roleAssignments', 'a condition, role or management group behind them was not read')
    : pass;
}
