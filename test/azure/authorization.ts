import { parameter } from './answer';
import type { Call } from './answer';
import { toArmPath } from './armPath';
import type { ArmPath } from './armPath';
import type { EstateIndex } from './estateIndex';
import { isAtOrBelow, scopesAbove } from './scopes';
import type { ArmBody } from './tenant';

/** Lists that show what applies at a scope: from above, at it and below it, not only its own children. */
const inherited = new Set([
  'microsoft.authorization/roleassignments',
  'microsoft.authorization/denyassignments',
  'microsoft.authorization/roleeligibilityscheduleinstances',
  'microsoft.authorization/policyassignments',
  'microsoft.authorization/policyexemptions',
]);

const definitions = new Set([
  'microsoft.authorization/roledefinitions',
  'microsoft.authorization/policydefinitions',
  'microsoft.authorization/policysetdefinitions',
]);

const belowToo = new Set(['microsoft.security/assessments', 'microsoft.security/assessments/subassessments']);

/** The bodies of a list that reaches over scopes; null when the list holds children only. */
export function overScopes(call: Call, path: ArmPath, index: EstateIndex): ArmBody[] | null {
  const type = path.type.toLowerCase();
  const all = index.byType.get(type) ?? [];
  if (inherited.has(type)) {
    return filtered(call, path, index, all);
  }
  if (definitions.has(type)) {
    const above = new Set(scopesAbove(index, path.parent));
    return all.filter((body) => above.has(scopeOf(body)));
  }
  return belowToo.has(type) ? all.filter((body) => isAtOrBelow(index, scopeOf(body), path.parent)) : null;
}

/** A built-in definition is reachable at every scope. */
export function builtIn(path: ArmPath, index: EstateIndex): ArmBody | undefined {
  const type = path.type.toLowerCase();
  const name = path.key.slice(path.key.lastIndexOf('/') + 1);
  return definitions.has(type) && !path.isList ? index.byId.get(`/providers/${type}/${name}`) : undefined;
}

/** Where an extension resource hangs, lower-cased; '' for the tenant. */
export const scopeOf = (body: ArmBody): string => toArmPath(body.id).parent;

function filtered(call: Call, path: ArmPath, index: EstateIndex, all: readonly ArmBody[]): ArmBody[] {
  const filter = parameter(call.query, '$filter') ?? '';
  const above = new Set(scopesAbove(index, path.parent));
  const below = (scope: string) => !/atscope\(\)/i.test(filter) && isAtOrBelow(index, scope, path.parent);
  const principal = /(?:principalId eq|assignedTo\()\s*'([^']+)'/i.exec(filter)?.[1];
  return all.filter((body) => {
    const scope = scopeOf(body);
    return (above.has(scope) || below(scope)) && (principal === undefined || principalOf(body) === principal);
  });
}

function principalOf(body: ArmBody): string | undefined {
  return (body['properties'] as { principalId?: string } | undefined)?.principalId;
}
