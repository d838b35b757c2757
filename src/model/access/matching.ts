import type { Plane, Right } from '../ability';
import type { Condition } from '../condition';
import type { PermissionBlock, RoleDefinition } from '../governance';
import { oncePer } from '../oncePer';

/**
 * Whether `operation` fits a pattern of a role definition. Without case; `*` spans slashes. A `*` between two slashes may stand for
 * nothing, one slash going with it: built-in roles such as Managed Identity Operator could not do their documented work otherwise.
 * `literal` leaves that reading out.
 */
export function matches(pattern: string, operation: string, reading: 'documented' | 'literal' = 'documented'): boolean {
  const asked = operation.toLowerCase();
  const [prefix = '', ...rest] = pattern.toLowerCase().split('*');
  const suffix = rest.pop();
  if (suffix === undefined) return asked === prefix;
  if (reading === 'documented' && rest.length === 0 && asked === withoutSegment(prefix, suffix)) return true;
  return fits(asked, prefix, rest, suffix);
}

/** Azure refuses a second `*`; a stored oddity is still read, part after part. */
function fits(asked: string, prefix: string, parts: readonly string[], suffix: string): boolean {
  const room = asked.length - suffix.length;
  if (!asked.startsWith(prefix) || !asked.endsWith(suffix) || room < prefix.length) return false;
  return parts.reduce((at, part) => after(asked.slice(0, room), part, at), prefix.length) >= 0;
}

// A star between two slashes that stands for nothing takes one of them along.
const withoutSegment = (prefix: string, suffix: string): string | undefined =>
  prefix.endsWith('/') && suffix.startsWith('/') ? prefix + suffix.slice(1) : undefined;

const after = (text: string, part: string, from: number): number => {
  const found = from < 0 ? -1 : text.indexOf(part, from);
  return found < 0 ? -1 : found + part.length;
};

/** What a block was asked before: a tenant has few roles, and every resource asks them the same. */
const answersOf = oncePer<PermissionBlock, Map<string, boolean>>(() => new Map());

/** `notActions` takes away inside its own block only: it is no deny. Planes never cross. */
export function blockAllows(block: PermissionBlock, right: Right, reading?: 'documented' | 'literal'): boolean {
  const answers = answersOf(block);
  const asked = `${right.plane} ${right.operation} ${reading ?? ''}`;
  const answer = answers.get(asked) ?? blockCovers(block, right, reading);
  answers.set(asked, answer);
  return answer;
}

function blockCovers(block: PermissionBlock, { operation, plane }: Right, reading?: 'documented' | 'literal'): boolean {
  const [given, taken] =
    plane === 'control' ? [block.actions, block.notActions] : [block.dataActions, block.notDataActions];
  const covers = (pattern: string): boolean => matches(pattern, operation, reading);
  return given.some(covers) && !taken.some(covers);
}

interface Conditional {
  readonly hasCondition: boolean;
  readonly condition?: Condition;
}

/** Whether a condition has a say in the operation. One that was not understood has it in all. */
export const isGuarded = ({ hasCondition, condition }: Conditional, operation: string): boolean =>
  hasCondition && (condition?.guards?.some((pattern) => matches(pattern, operation)) ?? true);

/** What one role says of an operation, its blocks united after each subtracted its own. */
export function allows(definition: RoleDefinition, operation: string, plane: Plane): 'yes' | 'conditional' | 'no' {
  const granting = definition.permissions.filter((block) => blockAllows(block, { operation, plane }));
  if (granting.some((block) => !isGuarded(block, operation))) return 'yes';
  return granting.length > 0 ? 'conditional' : 'no';
}
