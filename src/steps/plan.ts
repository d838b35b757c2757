import type { Plan, SurveyPart } from '../model/plan';
import type { RunHeader } from '../model/run';
import { tenantUnit } from '../model/snapshot';
import type { AuditRequest, World } from '../world';
import { indexDependencies, lostPart, lostParts } from './survey';

const byUnit = (a: { readonly unit: string }, b: { readonly unit: string }): number => (a.unit < b.unit ? -1 : 1);

/** True when less is asked for than the app audits: settled scopes or, without any, the whole tenant. */
const isNarrower = (asked: readonly string[], settled: readonly string[]): boolean =>
  asked.length > 0 && (asked.length !== settled.length || asked.some((scope) => !settled.includes(scope)));

interface Extent {
  readonly parts: readonly SurveyPart[];
  readonly toRead: readonly string[];
}

/**
 * The survey looks as far as the app audits, however little is asked for: what a resource uses, and who may use it, may stand anywhere.
 * A narrower audit reads the subscriptions asked for and leaves everything else as it was.
 */
async function extentOf(world: World, { scopes }: AuditRequest, takenAt: string, last?: RunHeader): Promise<Extent> {
  const settled = world.settings.scopes;
  const narrower = isNarrower(scopes, settled);
  const looked = settled.length === 0 || !narrower ? settled : [...new Set([...settled, ...scopes])];
  const seen = await world.survey(looked, takenAt);
  const known = [...seen, ...lostParts(seen, last, looked)];
  if (!narrower) return { parts: known, toRead: known.map(({ unit }) => unit) };
  const asked = await world.subscriptionsIn(scopes, takenAt);
  const here = new Set(known.map(({ unit }) => unit));
  const unseen = [...asked].filter(([unit]) => !here.has(unit)).map(([unit, name]) => lostPart(unit, name));
  return { parts: [...known, ...unseen], toRead: [...asked.keys()] };
}

/**
 * Step 1. Surveys the whole tenant and parts it into units; subscriptions that the last run held and nobody lists any more stay units.
 * Everything later steps need is kept in the store under the plan's id.
 * @throws ScopeUnread where a narrower audit asks for what cannot be read at all.
 */
export async function plan(world: World, request: AuditRequest): Promise<Plan> {
  const takenAt = world.now();
  const head = await world.store.head();
  const last = head.runId ? await world.store.header(head.runId) : undefined;
  const { parts, toRead } = await extentOf(world, request, takenAt, last);
  const known = last ? await world.store.partsOf(last.id) : new Set<string>();
  const units = await world.inParallel(parts, async (part) => ({
    unit: part.unit,
    name: part.name,
    part: await world.store.savePart(part, known),
  }));
  const made: Plan = {
    id: world.newRunId(takenAt),
    takenAt,
    previous: head.runId,
    headEtag: head.etag,
    scopes: request.scopes,
    trigger: request.trigger,
    ...(request.dueAt === undefined ? {} : { dueAt: request.dueAt }),
    units: units.sort(byUnit),
    toRead: [...toRead].sort(),
    subscriptions: parts.flatMap((part) => part.resources.filter((resource) => resource.kind === 'subscription')),
    ...indexDependencies(parts),
  };
  await world.store.savePlan(made);
  return made;
}

/** Subscriptions among the units: the tenant is one more. */
export const subscriptionCount = ({ toRead }: Plan): number => toRead.filter((unit) => unit !== tenantUnit).length;
