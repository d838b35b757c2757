import type { AttackPath, DefenderPaths } from '../model/path';
import type { DefenderAttackPath } from '../model/governance';
import type { Tenant } from './tenant';

export type Outcome = AttackPath['defender'];

const sharing = (path: AttackPath, { resourceIds }: DefenderAttackPath): number =>
  resourceIds.filter((id) => path.resourceIds.includes(id)).length;

/** The same target, and the same entry or two resources in common. */
function outcomeOf(path: AttackPath, theirs: DefenderAttackPath): Outcome {
  const { resourceId } = path.target;
  const meets = theirs.resourceIds.some((id) => id === resourceId || id.startsWith(`${resourceId}/`));
  if (!meets) return 'onlyOurs';
  return sharing(path, theirs) >= 2 ? 'both' : 'related';
}

const best = (outcomes: readonly Outcome[]): Outcome =>
  (['both', 'related'] as const).find((one) => outcomes.includes(one)) ?? 'onlyOurs';

/** Why there is nothing to compare with; '' where there is. */
function silence(tenant: Tenant): string {
  if (tenant.all('defenderAttackPath').length > 0) return '';
  const unread = tenant.gapsOf('defenderAttackPath');
  if (unread.length > 0) return 'attack paths of Defender could not be read';
  const on = tenant
    .all('defenderPlan')
    .some((plan) => /^cloudposture$/i.test(plan.name) && plan.pricingTier === 'Standard');
  return on ? '' : 'the plan Defender CSPM is off, or was not read: Defender seeks no attack paths';
}

/** Lays Defender's attack paths beside ours. No plan = not compared, never "none". */
export function compareWithDefender(
  paths: readonly AttackPath[],
  tenant: Tenant,
): { readonly paths: readonly AttackPath[]; readonly defender: DefenderPaths } {
  const why = silence(tenant);
  if (why) return { paths, defender: { why, both: [], related: [], unexplained: [] } };
  const theirs = tenant.all('defenderAttackPath');
  const compared = paths.map((path) => ({ ...path, defender: best(theirs.map((one) => outcomeOf(path, one))) }));
  const explained = (one: DefenderAttackPath): boolean => paths.some((path) => outcomeOf(path, one) !== 'onlyOurs');
  const isOurs = ({ resourceIds }: DefenderAttackPath): boolean =>
    resourceIds.some((id) => tenant.find(id) !== undefined);
  const ids = (outcome: Outcome): readonly string[] =>
    compared.filter(({ defender }) => defender === outcome).map(({ id }) => id);
  return {
    paths: compared,
    defender: {
      why: '',
      both: ids('both'),
      related: ids('related'),
      unexplained: theirs
        .filter((one) => isOurs(one) && !explained(one))
        .map(({ id, displayName, resourceIds }) => ({ id, name: displayName, resourceIds })),
    },
  };
}
