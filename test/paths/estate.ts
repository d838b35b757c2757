import { defaultPolicy, type Policy } from '../../src/model/policy';
import type { AttackPath, PathReport } from '../../src/model/path';
import type { KindMap, Network, Resource } from '../../src/model/resource';
import type { Gap } from '../../src/model/snapshot';
import { toRoleDefinition } from '../../src/collect/authorization/roleDefinition';
import { findPaths } from '../../src/paths';
import { builtInRoles, roleGuids, type BuiltInRole } from '../azure/builders/roleDefinitions';
import { assignment, group, principal, roleId } from '../kit/access';
import { safe, safeNetwork } from '../kit/safe';

export const open: Network = safeNetwork({
  publicNetworkAccess: 'Enabled',
  defaultAction: 'Allow',
  privateEndpointConnections: [],
});
export const at = '/subscriptions/s';

/** The real built-in roles of the demo tenant, and the subscription that everything lies in. */
export const roles: readonly Resource[] = [
  ...builtInRoles().map((body) => toRoleDefinition(body)),
  safe('subscription', { id: at, managementGroupIds: ['/providers/microsoft.management/managementgroups/mg'] }),
];

export const grant = (who: string, role: BuiltInRole, scope: string, more: Partial<KindMap['roleAssignment']> = {}) =>
  assignment(who, { scope, roleDefinitionId: roleId(roleGuids[role]), ...more });

export const guest = (id: string): Resource => principal(id, { displayName: `guest ${id}`, isGuest: true });
/** A group of as many members, of whom only those named are told apart. */
export const crowd = (id: string, count: number, named: readonly string[] = []): Resource =>
  group(id, [...named, ...Array.from({ length: count - named.length }, (_, one) => `m-${id}-${one}`)]);

export const account = (name: string, more: Partial<KindMap['aiAccount']> = {}): KindMap['aiAccount'] =>
  safe('aiAccount', {
    id: `${at}/resourcegroups/rg/providers/microsoft.cognitiveservices/accounts/${name}`,
    hosts: [`${name}.openai.azure.com`],
    localAuthDisabled: false,
    storedCompletionsDisabled: false,
    network: open,
    ...more,
  });

/** An app in whose configuration a key of the account stands open, in as many places. */
export const leaking = (name: string, of: { readonly hosts: readonly string[] }, places = 1): Resource =>
  safe('containerApp', {
    id: `${at}/resourcegroups/rg/providers/microsoft.app/containerapps/${name}`,
    exposedSecrets: Array.from({ length: places }, (_, one) => ({
      place: `template.containers[api].env[KEY_${one}]`,
      secretKind: 'AI key',
      confidence: 'anchored' as const,
      opensHost: of.hosts[0] ?? '',
    })),
  });

export const seek = (
  resources: readonly Resource[],
  policy: Partial<Policy> = {},
  gaps: readonly Gap[] = [],
): PathReport =>
  findPaths({
    resources: [...roles, ...resources],
    gaps,
    policy: { ...defaultPolicy, ...policy },
    takenAt: '2026-11-24T06:00:00Z',
  });

/** Families that are told, sorted, each once. */
export const told = (
  resources: readonly Resource[],
  which: (path: AttackPath) => boolean = () => true,
): readonly string[] =>
  [
    ...new Set(
      seek(resources)
        .paths.filter(which)
        .map(({ family }) => family),
    ),
  ].sort();

/** The same resources with changes laid over those of one kind. */
export const edited = <K extends Resource['kind']>(
  resources: readonly Resource[],
  kind: K,
  changes: Partial<KindMap[K]>,
): readonly Resource[] => resources.map((one) => (one.kind === kind ? { ...one, ...changes } : one));
