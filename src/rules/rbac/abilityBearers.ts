import type { AbilityName } from '../../model/abilities';
import { accessTo, type Access } from '../../model/access/accessTo';
import { rightsThatCount } from '../../model/access/honoured';
import type { Principal } from '../../model/governance';
import type { KindMap } from '../../model/resource';
import type { View } from '../../model/rule';
import { roleFacts } from './roleBearers';

/** What a rule on abilities looks at. */
export type AbilityView = View<'roleAssignment' | 'roleDefinition' | 'principal' | 'subscription'>;

/** One that holds an ability on the account; `principal` is undefined where it was not read. */
export interface AbilityBearer extends Access {
  readonly ability: AbilityName;
  readonly principal: Principal | undefined;
}

/**
 * Everyone who holds one of the abilities on the account by a standing role, conditions and what was not read included. Denials, locks and
 * what is only eligible are left out: a denial that is lifted tomorrow is no reason to call the role fitting today.
 */
export function bearersOfAbilities(
  account: KindMap['aiAccount'],
  names: readonly AbilityName[],
  view: AbilityView,
): readonly AbilityBearer[] {
  const facts = {
    ...{ ...roleFacts(account, view), definitions: view.all('roleDefinition') },
    ...{ eligibilities: [], denials: [], locks: [] },
  };
  return names.flatMap((ability) =>
    accessTo(account, rightsThatCount(ability, account), facts)
      .filter(({ answer }) => answer !== 'no')
      .map((access) => ({ ...access, ability, principal: facts.principal(access.principalId) })),
  );
}

export const distinctOf = (some: readonly AbilityBearer[]): number =>
  new Set(some.map(({ principalId }) => principalId)).size;
