import type { Base, Identity, Resource } from '../model/resource';
import type { Body } from './collector';
import { at, entries, idAt, instant, part, text, textMap, withoutSecret } from './body';
import { exposedIn, exposedSecrets, readablesIn } from './secrets/exposed';

/** A path segment as a reader sees it. `URLSearchParams` decodes what it can and never throws. */
const decoded = (segment: string): string =>
  new URLSearchParams(`s=${segment.replaceAll('+', '%2B').replaceAll('&', '%26')}`).get('s') ?? segment;

const lastSegment = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const segmentAfter = (id: string, name: string): string => new RegExp(`/${name}/([^/]+)`).exec(id)?.[1] ?? '';

/** Azure writes a project's name "account/project", and ids sometimes all lower-case: the name that says the same is the better spelling. */
function nameOf(body: Body, givenId: string): string {
  const segment = decoded(lastSegment(givenId.replace(/\/+$/, '')));
  const given = lastSegment(text(body, 'name'));
  return given.toLowerCase() === segment.toLowerCase() ? given : withoutSecret(segment);
}

const changed = (body: Body): Pick<Base<string>, 'changedBy' | 'changedAt'> => {
  const system = part(at(body, 'systemData') === undefined ? at(body, 'properties') : body, 'systemData');
  const by = text(system, 'lastModifiedBy');
  const when = instant(system, 'lastModifiedAt');
  return { ...(by ? { changedBy: by } : {}), ...(when ? { changedAt: when } : {}) };
};

const inTags = (tags: unknown): ReturnType<typeof exposedSecrets> =>
  exposedSecrets(exposedIn(readablesIn(tags, 'tags')));

/**
 * What every kind has: lower-cased id, name as Azure shows it, home, tags, last change. Machine learning assets keep their tags below
 * `properties`. Throws where the body has no id, for a row without one cannot be told from another.
 */
export function base<K extends string>(kind: K, body: Body, parent?: Resource): Base<K> {
  const given = at(body, 'id');
  if (typeof given !== 'string' || given.trim() === '')
    throw new Error(`Azure sent a row of kind ${kind} without an id`);
  const id = given.trim().toLowerCase().replace(/\/+$/, '');
  const tags = part(at(body, 'tags') === undefined ? at(body, 'properties') : body, 'tags');
  return {
    kind,
    id,
    name: nameOf(body, given.trim()),
    subscriptionId: segmentAfter(id, 'subscriptions') || parent?.subscriptionId || idAt(body, 'subscriptionId'),
    resourceGroup: segmentAfter(id, 'resourcegroups'),
    location: text(body, 'location').toLowerCase().replace(/\s/g, ''),
    tags: textMap(tags),
    ...(parent ? { parentId: parent.id } : {}),
    ...changed(body),
    ...inTags(tags),
  };
}

/** `identity`: types split at the comma (Cognitive Services writes a blank after it, Machine Learning none); `None` is no type. */
export function toIdentity(body: Body): Identity {
  const words = text(body, 'identity', 'type')
    .split(',')
    .map((type) => type.trim().toLowerCase());
  const users = entries(body, 'identity', 'userAssignedIdentities');
  const principalId = idAt(body, 'identity', 'principalId');
  return {
    types: (['SystemAssigned', 'UserAssigned'] as const).filter((type) => words.includes(type.toLowerCase())),
    ...(principalId ? { principalId } : {}),
    userAssignedIds: users.map(([id]) => id.toLowerCase()).sort(),
    userAssignedPrincipalIds: users
      .map(([, user]) => idAt(user, 'principalId'))
      .filter(Boolean)
      .sort(),
  };
}
