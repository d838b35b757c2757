import type { Plan } from '../model/plan';
import type { AuditRequest, World } from '../world';
import { indexDependencies, lostParts } from './survey';

const byUnit = (a: { readonly unit: string }, b: { readonly unit: string }): number => (a.unit < b.unit ? -1 : 1);

/**
 * Step 1. Surveys the whole tenant and parts it into units; subscriptions that the last run held and nobody lists any more stay units.
 * Everything later steps need is kept in the store under the plan's id.
 */
export async function plan(world: World, request: AuditRequest): Promise<Plan> {
  const takenAt = world.now();
  const head = await world.store.head();
  const last = head.runId ? await world.store.header(head.runId) : undefined;
  const seen = await world.survey(request.scopes, takenAt);
  const parts = [...seen, ...lostParts(seen, last, request.scopes)];
  const units = await world.inParallel(parts, async (part) => ({
    unit: part.unit,
    name: part.name,
    part: await world.store.savePart(part),
  }));
  const made: Plan = {
    id: world.newRunId(takenAt),
    takenAt,
    previous: head.runId,
    headEtag: head.etag,
    scopes: request.scopes,
    trigger: request.trigger,
    units: units.sort(byUnit),
    subscriptions: parts.flatMap((part) => part.resources.filter((resource) => resource.kind === 'subscription')),
    ...indexDependencies(parts),
  };
  await world.store.savePlan(made);
  return made;
}
