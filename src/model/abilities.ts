import { rightsOf, typeIn, type Ability, type Right } from './ability';
import { aiAbilities } from './aiAbilities';
import { surroundingAbilities } from './surroundingAbilities';

export type { Ability, Right } from './ability';

const authorization = rightsOf('control', 'Microsoft.Authorization');

/**
 * What matters to whoever attacks or guards a model, and the operations that give it, from Azure's provider operations and the roles
 * built into it. A right holds on a resource only where its service honours it: ask `honours` in `access/honoured.ts`.
 */
export const abilities = {
  ...aiAbilities,
  ...surroundingAbilities,
  'access.grant': { does: 'give roles', on: { '*': authorization('roleAssignments/write') } },
  'role.edit': { does: 'change what a role allows', on: { '*': authorization('roleDefinitions/write') } },
  'lock.lift': { does: 'lift locks', on: { '*': authorization('locks/delete') } },
} as const satisfies Readonly<Record<string, Ability>>;

export type AbilityName = keyof typeof abilities;

export const abilityNames = Object.keys(abilities) as readonly AbilityName[];

/** The rights that give an ability on a resource of this id; empty where the ability means nothing there. */
export function rightsOn(name: AbilityName, id: string): readonly Right[] {
  const on: Ability['on'] = abilities[name].on;
  return on[typeIn(id)] ?? on['*'] ?? [];
}

/** What can be done to a resource of this id. */
export const abilitiesOn = (id: string): readonly AbilityName[] =>
  abilityNames.filter((name) => rightsOn(name, id).length > 0);
