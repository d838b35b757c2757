import type { Kind } from '../model/resource';
import type { Body, ChildCollector, SurveyCollector } from './collector';

/** A right the auditor needs, and the kinds that are unread without it. */
export interface NeededRight {
  readonly permission: string;
  readonly kinds: readonly Kind[];
}

/** What collect.ts itself reads beside the collectors. */
const own: readonly NeededRight[] = [
  { permission: 'Microsoft.Authorization/permissions/read', kinds: ['subscription'] },
  { permission: 'Microsoft.Management/managementGroups/descendants/read', kinds: ['managementGroup'] },
  { permission: 'Microsoft.ResourceGraph/resources/read', kinds: ['subscription'] },
  { permission: 'Microsoft.Resources/subscriptions/read', kinds: ['subscription'] },
  { permission: 'Microsoft.Security/assessmentMetadata/read', kinds: ['recommendation'] },
];

/**
 * Application permissions of Microsoft Graph for the names behind role assignments; `Directory.Read.All` covers the three. Without them
 * principals stay bare ids. No Azure role grants them.
 */
export const graphRights: readonly NeededRight[] = [
  'Application.Read.All',
  'GroupMember.Read.All',
  'User.ReadBasic.All',
].map((permission) => ({ permission, kinds: ['principal'] }));

/** The rights that `collectors` and collect.ts need together, sorted: the auditor role and the permission table are made of these. */
export function permissionsOf(
  collectors: readonly Pick<SurveyCollector | ChildCollector, 'kind' | 'permissions'>[],
): readonly NeededRight[] {
  const kinds = new Map<string, Set<Kind>>();
  const needed = collectors.flatMap(({ kind, permissions }) =>
    permissions.map((permission) => ({ permission, kinds: [kind] })),
  );
  for (const right of [...own, ...needed])
    kinds.set(right.permission, new Set([...(kinds.get(right.permission) ?? []), ...right.kinds]));
  return [...kinds]
    .map(([permission, of]) => ({ permission, kinds: [...of].sort() }))
    .sort((a, b) => (a.permission < b.permission ? -1 : 1));
}

/** True when `pattern` (`*`, `Microsoft.Storage/*`) covers `action`; case does not matter. */
export function matches(pattern: string, action: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(action);
}

const patterns = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];

/** True when one of the blocks that `Microsoft.Authorization/permissions` answers allows `action` and does not take it away again. */
export const allows = (blocks: readonly Body[], action: string): boolean =>
  blocks.some(
    (block) =>
      patterns(block['actions']).some((pattern) => matches(pattern, action)) &&
      !patterns(block['notActions']).some((pattern) => matches(pattern, action)),
  );
