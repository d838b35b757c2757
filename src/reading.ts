import type { TokenCredential } from '@azure/core-auth';
import { childCollectors, surveyCollectors } from './collect';
import { openAzure, type Azure, type Progress } from './collect/azure';
import { collectSurvey, collectUnit } from './collect/collect';
import { examineRights } from './collect/examine';
import { collectPrincipals } from './collect/graph';
import type { Settings } from './config';
import type { Use } from './model/edges';
import type { Plan, SurveyPart } from './model/plan';
import type { Resource } from './model/resource';
import { tenantUnit, type Snapshot } from './model/snapshot';
import type { UnitInput, World } from './world';

export type Reading = Pick<World, 'survey' | 'readUnit' | 'progress' | 'examine'>;

/** Loads the survey's part of another unit: dependencies may live anywhere. */
export type PartOf = (unit: string, hash: string) => Promise<SurveyPart>;

/** A whole audit's time: what is not read by then is a gap. Flex Consumption lets a function run for 30 minutes by default. */
const auditMilliseconds = 25 * 60_000;

const principalsIn = (resources: readonly Resource[]): readonly string[] =>
  resources.flatMap((resource) => (resource.kind === 'roleAssignment' ? [resource.principalId] : [])).filter(Boolean);

async function survey(azure: Azure, scopes: readonly string[]): Promise<readonly SurveyPart[]> {
  const found = await collectSurvey({ azure, collectors: surveyCollectors, scopes });
  const all = [...found.tenant.resources, ...[...found.units.values()].flatMap((unit) => unit.resources)];
  const directory = await collectPrincipals(azure.graph, principalsIn(all));
  const names = new Map(found.subscriptions.map((one) => [one.subscriptionId, one]));
  const units = [...found.units].map(([unit, { resources, gaps }]) => ({
    unit,
    name: names.get(unit)?.displayName ?? unit,
    disabled: names.get(unit)?.state.toLowerCase() === 'disabled',
    resources,
    gaps,
  }));
  const tenant: SurveyPart = {
    unit: tenantUnit,
    name: 'tenant',
    disabled: false,
    resources: [...found.tenant.resources, ...directory.principals],
    gaps: [...found.tenant.gaps, ...directory.gaps],
  };
  return [tenant, ...units];
}

/** The id behind a use: given, or found by its host. */
const targetOf = (plan: Plan, use: Use): string => use.targetId ?? plan.hosts[use.targetHost ?? ''] ?? '';

async function resolve(plan: Plan, uses: readonly Use[], partOf: PartOf): Promise<readonly Resource[]> {
  const ids = new Set(uses.map((use) => targetOf(plan, use)).filter((id) => id in plan.homes));
  const homes = plan.units.filter(({ unit }) => [...ids].some((id) => plan.homes[id] === unit));
  const parts = await Promise.all(homes.map(({ unit, part }) => partOf(unit, part)));
  return parts.flatMap((part) => part.resources.filter((resource) => ids.has(resource.id)));
}

/** The unit's snapshot with what its judgement needs from above it: roles, principals, assignments, the tenant's subscriptions. */
function withContext(snapshot: Snapshot, { plan, tenant }: UnitInput): Snapshot {
  if (snapshot.unit === tenantUnit) return { ...snapshot, context: [...snapshot.context, ...plan.subscriptions] };
  const others = plan.subscriptions.filter(({ subscriptionId }) => subscriptionId !== snapshot.unit);
  return { ...snapshot, context: [...snapshot.context, ...tenant.resources, ...others], contextGaps: tenant.gaps };
}

async function readUnit(azure: Azure, input: UnitInput, partOf: PartOf): Promise<Snapshot> {
  const { plan, part, wasThere } = input;
  const snapshot = await collectUnit({
    azure,
    unit: part.unit,
    takenAt: plan.takenAt,
    surveyed: part.resources,
    gaps: part.gaps,
    childCollectors,
    resolve: (uses) => resolve(plan, uses, partOf),
    wasThere,
  });
  return withContext(snapshot, input);
}

/** Azure as the audit reads it. One reader serves all units of a run: one limiter, one set of tokens, one deadline. */
export function openReading({ cloud }: Settings, credential: TokenCredential, partOf: PartOf): Reading {
  let current: { readonly takenAt: string; readonly scopes: string; readonly azure: Azure } | undefined;
  const open = (takenAt: string, scopes: readonly string[]): Azure => {
    if (current?.takenAt === takenAt && current.scopes === scopes.join()) return current.azure;
    const azure = openAzure({
      credential,
      armEndpoint: cloud.arm,
      graphEndpoint: cloud.graph,
      scopesOfTokens: { arm: `${cloud.armAudience}/.default`, graph: `${cloud.graphAudience}/.default` },
      scopes,
      takenAt,
      deadline: Date.now() + auditMilliseconds,
    });
    current = { takenAt, scopes: scopes.join(), azure };
    return azure;
  };
  return {
    survey: (scopes, takenAt) => survey(open(takenAt, scopes), scopes),
    readUnit: (input) => readUnit(open(input.plan.takenAt, input.plan.scopes), input, partOf),
    examine: (scopes) =>
      examineRights(open(new Date().toISOString(), scopes), [...surveyCollectors, ...childCollectors], scopes),
    progress: (): Progress => current?.azure.progress() ?? { requests: 0, retries: 0, waiting: [] },
  };
}
