import type { Kind, KindMap, Resource } from '../../model/resource';

/** Least effort first. */
export const efforts = ['flag', 'role', 'network', 'rebuild'] as const;
export type Effort = (typeof efforts)[number];

/**
 * A change that an owner can make, as data. `apply` is the edit of the resource where the change is one of its properties; undefined
 * takes the resource away. Changes without it cannot be simulated from the snapshot.
 */
export interface ChangeKind {
  readonly words: string;
  readonly effort: Effort;
  readonly cli: string;
  readonly bicep: string;
  readonly apply?: (resource: Resource) => Resource | undefined;
  /** The edit also concerns what hangs below the resource, such as datastores of a workspace. */
  readonly reaches?: boolean;
}

/** An edit of one kind; other kinds stay as they are. */
export const edit =
  <K extends Kind>(kinds: readonly K[], change: (resource: KindMap[K]) => Partial<KindMap[K]>) =>
  (resource: Resource): Resource =>
    (kinds as readonly Kind[]).includes(resource.kind)
      ? { ...resource, ...change(resource as unknown as KindMap[K]) }
      : resource;

/** Takes the resource away. */
export const gone = (): undefined => undefined;
