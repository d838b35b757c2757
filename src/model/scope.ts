import type { Resource } from './resource';
import type { Run } from './run';

/**
 * A place an audit is limited to: a management group, a subscription, a resource group or one resource, as a lower-cased path.
 * Undefined when the text is none of these. A bare GUID is a subscription; a bare name is a management group.
 */
export function toScope(text: string): string | undefined {
  const given = text.trim().toLowerCase().replace(/\/+$/, '');
  if (guid.test(given)) return `/subscriptions/${given}`;
  if (/^[\w().-]{1,90}$/.test(given)) return `${groups}${given}`;
  if (given.startsWith(groups) && /^[\w().-]{1,90}$/.test(given.slice(groups.length))) return given;
  return below.test(given) ? given : undefined;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const groups = '/providers/microsoft.management/managementgroups/';
const below =
  /^\/subscriptions\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\/resourcegroups\/[^/?#]+(\/providers\/[^?#]+)?)?$/;

/** A scope of which nobody can say what lies below it; the message names it and what is missing. */
export class ScopeUnread extends Error {
  override readonly name = 'ScopeUnread';
}

export const isManagementGroup = (scope: string): boolean => scope.startsWith(groups);

/** True for the place itself and everything below it, by whole segments; `/` holds everything. */
export const within = (id: string, scope: string): boolean =>
  scope === '/' || id === scope || id.startsWith(`${scope}/`);

/** Subscriptions below the management groups among `scopes`, as paths. */
const expand = (resources: readonly Resource[], scopes: readonly string[]): readonly string[] =>
  resources.flatMap((resource) =>
    resource.kind === 'subscription' && resource.managementGroupIds.some((id) => scopes.includes(id))
      ? [resource.id]
      : [],
  );

/** The part of a run that lies within `scopes`; the whole run when there are none. Coverage keeps the units concerned. */
export function withinScopes(run: Run, scopes: readonly string[]): Run {
  if (scopes.length === 0) return run;
  const places = [...scopes, ...expand(run.resources, scopes)];
  const inside = (id: string): boolean => places.some((place) => within(id, place));
  // A subscription that nobody could read tells not where it hangs: it may be below the group, so it counts.
  const placed = new Set(
    run.resources.flatMap((held) =>
      held.kind === 'subscription' && held.managementGroupIds.length > 0 ? [held.id] : [],
    ),
  );
  const mayBeBelow = (id: string): boolean => scopes.some(isManagementGroup) && !placed.has(id);
  const concerns = (unit: string): boolean =>
    mayBeBelow(`/subscriptions/${unit}`) || places.some((place) => within(place, `/subscriptions/${unit}`));
  const resources = run.resources.filter(({ id }) => inside(id));
  return {
    ...run,
    coverage: run.coverage.filter(({ unit }) => unit === 'tenant' || concerns(unit)),
    resources,
    findings: run.findings.filter(({ resourceId }) => inside(resourceId)),
    paths: run.paths.filter(({ target }) => inside(target.resourceId)),
    defender: { ...run.defender, unmatched: run.defender.unmatched.filter(({ resourceId }) => inside(resourceId)) },
    drift: {
      ...run.drift,
      changes: run.drift.changes.filter(({ sort, unit, resourceId }) =>
        sort === 'coverage' ? unit === 'tenant' || concerns(unit) : inside(resourceId),
      ),
    },
  };
}
