import type { TokenCredential } from '@azure/core-auth';
import { collectorsFor, type Collectors } from './collect';
import { openAzure, type Azure, type Progress } from './collect/azure';
import { systemClock } from './collect/clock';
import { collectSurvey, collectUnit } from './collect/collect';
import { examineRights, type Examined } from './collect/examine';
import type { Held } from './collect/gone';
import { collectConsentedApps, type Consents } from './collect/consent/consentedApps';
import { collectPrincipals } from './collect/graph';
import { collectRecommendations } from './collect/recommendations';
import { signIn } from './collect/signIn';
import { expectedSubscriptions } from './collect/subscriptions';
import { ofConcern, reachingAi } from './collect/workloads/concern';
import type { Settings } from './config';
import type { Use } from './model/edges';
import type { Plan, SurveyPart } from './model/plan';
import type { Resource } from './model/resource';
import { isManagementGroup, ScopeUnread } from './model/scope';
import { tenantUnit, type Gap, type Snapshot } from './model/snapshot';

export interface UnitInput {
  readonly plan: Plan;
  readonly part: SurveyPart;
  readonly tenant: SurveyPart;
  readonly wasThere: readonly Held[];
  /** When the unit was last compared, ISO 8601 UTC; absent where it never was. */
  readonly since?: string;
}

/** Azure as an audit reads it. */
export interface Reading {
  /** @throws SignInFailed: an audit that may read nothing has failed, it is not partial. */
  survey(scopes: readonly string[], takenAt: string): Promise<readonly SurveyPart[]>;
  /**
   * Names of the subscriptions in `scopes`, by id, whether they can be read or not.
   * @throws ScopeUnread for a management group that cannot be read, a named subscription that is not listed, and where there is none.
   */
  subscriptionsIn(scopes: readonly string[], takenAt: string): Promise<ReadonlyMap<string, string>>;
  readUnit(input: UnitInput): Promise<Snapshot>;
  /** The identity's own rights, subscription by subscription. */
  examine(scopes: readonly string[]): Promise<readonly Examined[]>;
  /** Reads so far: requests, retries, who waits. */
  progress(): Progress;
}

/** Loads the survey's part of another unit: dependencies may live anywhere. */
export type PartOf = (unit: string, hash: string) => Promise<SurveyPart>;

/** A whole audit's time: what is not read by then is a gap. Flex Consumption lets a function run for 30 minutes by default. */
const auditMilliseconds = 25 * 60_000;

const principalsIn = (resources: readonly Resource[]): readonly string[] =>
  resources.flatMap((resource) => (resource.kind === 'roleAssignment' ? [resource.principalId] : [])).filter(Boolean);

/** Principals are known by the assignments that name them: where those were not all read, one that is missing may still stand. */
function unnamed(gaps: readonly Gap[]): readonly Gap[] {
  const unread = gaps.find(
    ({ kind, property }) => (kind === 'roleAssignment' || kind === 'subscription') && property === undefined,
  );
  const place = { kind: 'principal', scope: '/', property: 'assignments', permission: '' } as const;
  return unread ? [{ ...place, reason: 'notStated', detail: 'not every role assignment was read' }] : [];
}

/** Nothing is asked and nothing is a gap where nobody opted in. */
async function consentsOf(azure: Azure, wanted: boolean, resources: readonly Resource[]): Promise<Consents> {
  if (!wanted) return { apps: [], gaps: [] };
  const tenants = resources.flatMap((one) => (one.kind === 'subscription' ? [one.tenantId.toLowerCase()] : []));
  return collectConsentedApps(azure.graph, new Set(tenants.filter(Boolean)));
}

async function survey(azure: Azure, collectors: Collectors, scopes: readonly string[]): Promise<readonly SurveyPart[]> {
  const found = await collectSurvey({ azure, collectors: collectors.survey, scopes });
  const all = [...found.tenant.resources, ...[...found.units.values()].flatMap((unit) => unit.resources)];
  const [directory, consents, catalogue] = await Promise.all([
    collectPrincipals(azure.graph, principalsIn(all)),
    consentsOf(azure, collectors.consentedApps, all),
    collectRecommendations(azure),
  ]);
  const names = new Map(found.subscriptions.map((one) => [one.subscriptionId, one]));
  const concern = {
    reaching: reachingAi(all, directory.principals),
    everySite: collectors.children.some(({ optIn }) => optIn === 'appSettings'),
  };
  const units = [...found.units].map(([unit, { resources, gaps }]) => ({
    unit,
    name: names.get(unit)?.displayName ?? unit,
    disabled: names.get(unit)?.state.toLowerCase() === 'disabled',
    resources: ofConcern(resources, concern),
    gaps,
  }));
  const tenant: SurveyPart = {
    unit: tenantUnit,
    name: 'tenant',
    disabled: false,
    resources: [...found.tenant.resources, ...directory.principals, ...consents.apps, ...catalogue.recommendations],
    gaps: [
      ...found.tenant.gaps,
      ...directory.gaps,
      ...consents.gaps,
      ...catalogue.gaps,
      ...unnamed([...found.tenant.gaps, ...units.flatMap((unit) => unit.gaps)]),
    ],
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

async function readUnit(azure: Azure, collectors: Collectors, input: UnitInput, partOf: PartOf): Promise<Snapshot> {
  const { plan, part, wasThere, since } = input;
  const snapshot = await collectUnit({
    azure: since === undefined ? azure : { ...azure, since },
    unit: part.unit,
    takenAt: plan.takenAt,
    surveyed: part.resources,
    gaps: part.gaps,
    childCollectors: collectors.children,
    switchedOff: collectors.switchedOff,
    resolve: (uses) => resolve(plan, uses, partOf),
    wasThere,
  });
  return withContext(snapshot, input);
}

const tellUnread = ({ scope, detail, permission }: Gap): string => {
  const needed = permission ? ` The identity needs ${permission}.` : '';
  return `Management group '${scope.split('/').at(-1) ?? ''}' cannot be read: ${detail}.${needed}`.replace('..', '.');
};

async function subscriptionsIn(azure: Azure, scopes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { subscriptions, listed, gaps } = await expectedSubscriptions(azure, scopes);
  const unread = gaps.find((gap) => gap.kind === 'managementGroup');
  if (unread) throw new ScopeUnread(tellUnread(unread));
  const named = scopes.filter((scope) => !isManagementGroup(scope)).map((scope) => scope.split('/')[2] ?? '');
  const unlisted = named.find((id) => listed && !listed.has(id));
  if (unlisted !== undefined)
    throw new ScopeUnread(
      `Subscription '${unlisted}' does not exist, or the identity has no role in it: grant Reader.`,
    );
  if (subscriptions.size === 0) throw new ScopeUnread(`No subscription lies below ${scopes.join(', ')}.`);
  return new Map([...subscriptions].map(([id, { displayName }]) => [id, displayName]));
}

interface Opened {
  readonly scopes: string;
  readonly azure: Azure;
}

/** Audits that one process may run at the same time without opening a reader again. */
const mostOpened = 8;

const advisoriesAt = ({ optIn, advisoryUrl }: Settings['policy']): { readonly advisoryUrl?: string } =>
  optIn.includes('advisories') ? { advisoryUrl } : {};

/** Azure as the audit reads it. One reader serves all units of a run: one limiter, one set of tokens, one deadline. */
export function openReading(
  { cloud, cloudName, policy }: Settings,
  credential: TokenCredential,
  partOf: PartOf,
  clock = systemClock,
): Reading {
  const collectors = collectorsFor(policy.optIn);
  // Rights of opt-ins are of other planes and scopes: what is missing there is told by the gaps of an audit.
  const plain = collectorsFor([]);
  const opened = new Map<string, Opened>();
  let newest: Azure | undefined;
  const open = (takenAt: string, scopes: readonly string[]): Azure => {
    const held = opened.get(takenAt);
    if (held?.scopes === scopes.join()) return held.azure;
    const azure = openAzure({
      credential,
      armEndpoint: cloud.arm,
      graphEndpoint: cloud.graph,
      scopesOfTokens: { arm: `${cloud.armAudience}/.default`, graph: `${cloud.graphAudience}/.default` },
      ...{ cloudName, scopes, takenAt, optIn: policy.optIn, clock, ...advisoriesAt(policy) },
      deadline: clock.now() + auditMilliseconds,
    });
    opened.set(takenAt, { scopes: scopes.join(), azure });
    for (const oldest of opened.keys()) if (opened.size > mostOpened) opened.delete(oldest);
    newest = azure;
    return azure;
  };
  // Scopes bind the survey's queries alone: whatever is read by id goes through the reader of the same run.
  const ofRun = (takenAt: string): Azure => opened.get(takenAt)?.azure ?? open(takenAt, []);
  return {
    survey: async (scopes, takenAt) => {
      await signIn(credential, cloud.armAudience);
      return survey(open(takenAt, scopes), collectors, scopes);
    },
    subscriptionsIn: (scopes, takenAt) => subscriptionsIn(ofRun(takenAt), scopes),
    readUnit: (input) => readUnit(ofRun(input.plan.takenAt), collectors, input, partOf),
    examine: (scopes) =>
      examineRights(open(new Date().toISOString(), scopes), [...plain.survey, ...plain.children], scopes),
    progress: (): Progress => newest?.progress() ?? { requests: 0, retries: 0, waiting: [] },
  };
}
