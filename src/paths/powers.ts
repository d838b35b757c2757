import { abilities, abilityNames, type AbilityName } from '../model/abilities';
import type { Ability, Plane, Right } from '../model/ability';
import { blockAllows, isGuarded } from '../model/access/matching';
import type { PermissionBlock, RoleDefinition } from '../model/governance';

/**
 * One ability on resources of one type (`*` = any scope), on one plane. Rights differ by type, and which plane a service honours is its
 * own matter, so each is a thing of its own.
 */
export interface Power {
  readonly ability: AbilityName;
  readonly type: string;
  readonly plane: Plane;
  readonly rights: readonly Right[];
}

/** A power that a role gives. `conditional`: only where a condition lets it, which is not evaluated. `grantable`: roles it lets give. */
export interface GivenPower {
  readonly power: Power;
  readonly conditional: boolean;
  readonly grantable: readonly string[] | null;
}

const byPlane = (ability: AbilityName, type: string, rights: readonly Right[]): readonly Power[] =>
  (['control', 'data'] as const)
    .map((plane) => ({ ability, type, plane, rights: rights.filter((right) => right.plane === plane) }))
    .filter(({ rights: held }) => held.length > 0);

/** Every power there is, by ability, type and plane. */
export const powers: readonly Power[] = abilityNames.flatMap((ability) =>
  Object.entries((abilities[ability] as Ability).on).flatMap(([type, rights]) => byPlane(ability, type, rights)),
);

const planes = new Map(powers.map(({ ability, type, plane }) => [`${ability}@${type}`, plane]));

/** The plane an ability stands on; where it stands on both, data. */
export const planeOf = (ability: AbilityName, type: string): Plane => planes.get(`${ability}@${type}`) ?? 'control';

const allowing = (role: RoleDefinition, right: Right): readonly PermissionBlock[] =>
  role.permissions.filter((block) => blockAllows(block, right));

function given(role: RoleDefinition, power: Power): readonly GivenPower[] {
  const ways = power.rights.flatMap((right) => allowing(role, right).map((block) => ({ block, right })));
  if (ways.length === 0) return [];
  const free = ways.some(({ block, right }) => !isGuarded(block, right.operation));
  const grantable = free
    ? null
    : (ways.find(({ block }) => block.condition?.grantable)?.block.condition?.grantable ?? null);
  return [{ power, conditional: !free, grantable }];
}

/** What a role gives of the powers asked for. */
export const givenBy = (role: RoleDefinition, among: readonly Power[]): readonly GivenPower[] =>
  among.flatMap((power) => given(role, power));

const everything: Right = { plane: 'control', operation: 'Microsoft.Unknown/anything/write' };
const grantRoles: Right = { plane: 'control', operation: 'Microsoft.Authorization/roleAssignments/write' };

/** Owner, whatever it is called: everything on the control plane, and to give roles as well. */
export const isOwner = (role: RoleDefinition): boolean =>
  [everything, grantRoles].every((right) => allowing(role, right).some((block) => !isGuarded(block, right.operation)));
