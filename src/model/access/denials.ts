import type { Right } from '../ability';
import type { DenyAssignment } from '../authorization';
import type { ResourceLock } from '../safeguards';
import type { AllFacts } from './grants';
import { blockAllows } from './matching';
import { belongs, type Bearer } from './principals';
import { isSameScope, reaches, scopedNear } from './scopes';

/**
 * What deny assignments do to a right. `denied`: for sure. `exclusionUnread`: unless a group nobody looked into excludes the bearer.
 * `conditional`: a condition decides. `perhaps`: if a group nobody looked into names the bearer. `excluded`: denied but for being in a
 * group that is excluded.
 */
export type Denial = 'denied' | 'exclusionUnread' | 'conditional' | 'perhaps' | 'excluded' | 'none';

const worst: readonly Denial[] = ['denied', 'exclusionUnread', 'conditional', 'perhaps', 'excluded', 'none'];

/** Whether a deny assignment stands over the place: at it, or above it where it is meant for children too. */
function standing(deny: DenyAssignment, place: string, { subscription }: AllFacts): 'yes' | 'no' | 'chainUnread' {
  if (deny.doNotApplyToChildScopes && !isSameScope(deny.scope, place)) return 'no';
  return reaches(deny.scope, place, subscription);
}

function denialBy(deny: DenyAssignment, bearer: Bearer, place: string, facts: AllFacts): Denial {
  const stands = standing(deny, place, facts);
  const named = stands === 'no' ? 'no' : belongs(bearer, deny.principals, facts);
  if (named === 'no') return 'none';
  const excluded = belongs(bearer, deny.excludePrincipals, facts);
  if (excluded === 'yes') return 'none';
  if (excluded === 'byGroup') return 'excluded';
  const certain = named !== 'unread' && stands === 'yes';
  return certain ? denialFor(deny, excluded) : 'perhaps';
}

function denialFor({ hasCondition }: DenyAssignment, excluded: 'unread' | 'no'): Denial {
  if (hasCondition) return 'conditional';
  return excluded === 'unread' ? 'exclusionUnread' : 'denied';
}

/** Deny assignments that speak of the right, whomever they name; none where they were not read. */
const speakingOf = (right: Right, place: string, { denials = [] }: AllFacts): readonly DenyAssignment[] =>
  scopedNear(denials, place).filter(({ permissions }) => permissions.some((block) => blockAllows(block, right)));

/** A ReadOnly lock at or above the place that stops the right: on the control plane, all but reading and the locks themselves. */
function lockOn(right: Right, place: string, { locks = [], subscription }: AllFacts): ResourceLock | undefined {
  if (right.plane === 'data' || /\/read$|^microsoft\.authorization\/locks\//i.test(right.operation)) return undefined;
  return scopedNear(locks, place).find(
    ({ level, scope }) => level === 'ReadOnly' && reaches(scope, place, subscription) === 'yes',
  );
}

/** What bars a right, looked up once for each place however many bear it. */
export interface Gate {
  /** The worst that the deny assignments at and above the place do to the bearer's right. */
  denial(bearer: Bearer, place: string): Denial;
  lock(place: string): ResourceLock | undefined;
}

function remembered<T>(find: (place: string) => T): (place: string) => T {
  const held = new Map<string, T>();
  return (place) => {
    if (!held.has(place)) held.set(place, find(place));
    return held.get(place) as T;
  };
}

export function gateOf(right: Right, facts: AllFacts): Gate {
  const speaking = remembered((place) => speakingOf(right, place, facts));
  return {
    denial: (bearer, place) => {
      const denials = speaking(place);
      if (denials.length === 0) return 'none';
      const found = new Set(denials.map((deny) => denialBy(deny, bearer, place, facts)));
      return worst.find((denial) => found.has(denial)) ?? 'none';
    },
    lock: remembered((place) => lockOn(right, place, facts)),
  };
}
