import { hostsOf } from '../model/edges';
import type { Plan, SurveyPart } from '../model/plan';
import type { Kind } from '../model/resource';
import type { RunHeader } from '../model/run';
import { tenantUnit, type Gap } from '../model/snapshot';

/** Kinds that an AI resource may use though they live in another subscription. */
const dependencies: ReadonlySet<Kind> = new Set<Kind>([
  'storageAccount',
  'keyVault',
  'containerRegistry',
  'cosmosAccount',
  'appInsights',
  'searchService',
  'aiAccount',
]);

/** Where each dependency lives, and which resource answers at a host. A host that two resources claim belongs to neither. */
export function indexDependencies(parts: readonly SurveyPart[]): Pick<Plan, 'hosts' | 'homes'> {
  const hosts: Record<string, string> = {};
  const homes: Record<string, string> = {};
  for (const part of parts)
    for (const resource of part.resources.filter((candidate) => dependencies.has(candidate.kind))) {
      homes[resource.id] = part.unit;
      for (const host of hostsOf(resource)) hosts[host] = host in hosts ? '' : resource.id;
    }
  return { hosts, homes };
}

const notListed = {
  reason: 'notVisible',
  permission: 'Microsoft.Resources/subscriptions/read',
  detail: 'the subscription is not listed',
} as const;

/** Why no subscription is listed at all; undefined where the list was read. */
const unlisted = (parts: readonly SurveyPart[]): Gap | undefined =>
  parts
    .find(({ unit }) => unit === tenantUnit)
    ?.gaps.find(({ kind, scope, property }) => kind === 'subscription' && scope === '/' && property === undefined);

/** A subscription that the survey does not show though the last run held it, or somebody asked for it: not gone, only not seen. */
export const lostPart = (unit: string, name: string, cause?: Gap): SurveyPart => ({
  unit,
  name,
  disabled: false,
  resources: [],
  gaps: [{ ...(cause ?? notListed), kind: 'subscription', scope: `/subscriptions/${unit}` }],
});

/** Units of the last run that this survey should have shown: all of them when it looked everywhere, otherwise those it was asked for. */
export function lostParts(
  parts: readonly SurveyPart[],
  previous: RunHeader | undefined,
  scopes: readonly string[],
): readonly SurveyPart[] {
  const here = new Set(parts.map((part) => part.unit));
  const cause = unlisted(parts);
  const asked = new Set(scopes.map((scope) => scope.split('/')[2] ?? ''));
  return (previous?.units ?? [])
    .filter(({ unit }) => unit !== tenantUnit && !here.has(unit) && (scopes.length === 0 || asked.has(unit)))
    .map(({ unit, coverage }) => lostPart(unit, coverage.name, cause));
}
