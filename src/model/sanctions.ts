import type { Policy, Sanction } from './policy';
import type { Resource } from './resource';
import { within } from './scope';

type Tagged = Pick<Resource, 'id' | 'tags'> & { readonly appId?: string };

const holdsTag = (tags: Tagged['tags'], wanted: string): boolean =>
  Object.entries(tags).some(([name, value]) => `${name}=${value}`.toLowerCase() === wanted.toLowerCase());

const names = ({ id, tag, appId }: Sanction, resource: Tagged): boolean =>
  (id !== undefined && within(resource.id, id)) ||
  (tag !== undefined && holdsTag(resource.tags, tag)) ||
  (appId !== undefined && resource.appId === appId.toLowerCase());

const isOver = ({ until }: Sanction, takenAt: string): boolean => until !== undefined && takenAt.slice(0, 10) > until;

/** What the register says of one thing: it holds, it held until a day that is over, or nothing. */
export type Sanctioned = { readonly state: 'holds' | 'over'; readonly entry: Sanction } | undefined;

function told(found: readonly Sanction[], takenAt: string): Sanctioned {
  const good = found.find((entry) => !isOver(entry, takenAt));
  if (good) return { state: 'holds', entry: good };
  return found[0] ? { state: 'over', entry: found[0] } : undefined;
}

export const sanctionOf = ({ sanctioned }: Policy, resource: Tagged, takenAt: string): Sanctioned =>
  told(
    sanctioned.filter((entry) => names(entry, resource)),
    takenAt,
  );

/** True for a host that the register lets everybody call today. */
export const isSanctionedHost = ({ sanctioned }: Policy, host: string, takenAt: string): boolean =>
  sanctioned
    .filter((entry) => !isOver(entry, takenAt))
    .map((entry) => entry.host?.toLowerCase() ?? '')
    .some((known) => known !== '' && (known.startsWith('.') ? host.endsWith(known) : host === known));
